#include "engine/features/sound/voice_change.h"

#include "engine/core/error.h"
#include "engine/features/sound/linear_prediction.h"
#include "engine/numbers/polynomial_roots.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace engine::sound {

namespace {

constexpr std::size_t kVoiceOrder = 20;
constexpr std::size_t kVoiceFrame = 320; // 20 ms
constexpr std::size_t kVoiceHop = 160;
constexpr double kFaintest = 1e-8; // energy of a frame that is left out
constexpr double kWidestRadius = 0.995; // of a moved pole, so that the filter stays stable
constexpr double kNoPair = 1e-9; // imaginary part of a pole that is alone

std::vector<double> rootOfHann()
{
    std::vector<double> window(kVoiceFrame);
    for (std::size_t i = 0; i < kVoiceFrame; ++i) {
        const double turn
            = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(kVoiceFrame);
        window[i] = std::sqrt(0.5 - 0.5 * std::cos(turn));
    }
    return window;
}

double energyOf(const std::vector<double>& values)
{
    double energy = 0.0;
    for (const double value : values)
        energy += value * value;
    return energy;
}

std::complex<double> movedPole(std::complex<double> pole, double coefficient)
{
    if (std::abs(pole.imag()) > kNoPair) {
        const double angle = std::arg(pole);
        const double moved = std::min(std::numbers::pi - 1e-3, std::pow(std::abs(angle), coefficient));
        pole = std::polar(std::abs(pole), std::copysign(moved, angle));
    }
    const double radius = std::abs(pole);
    return radius > kWidestRadius ? pole / radius * kWidestRadius : pole;
}

/// The polynomial 1, f1, … of these roots, which come in pairs.
std::vector<double> polynomialOf(const std::vector<std::complex<double>>& roots)
{
    std::vector<std::complex<double>> factors{1.0};
    for (const std::complex<double>& root : roots) {
        factors.push_back(0.0);
        for (std::size_t i = factors.size(); --i > 0;)
            factors[i] -= root * factors[i - 1];
    }
    std::vector<double> polynomial;
    for (const std::complex<double>& factor : factors)
        polynomial.push_back(factor.real());
    return polynomial;
}

/// What this prediction leaves of the frame, sounded through the moved poles.
std::vector<double> resounded(const std::vector<double>& frame, const std::vector<double>& prediction,
                              double coefficient)
{
    std::vector<std::complex<double>> poles = polynomialRoots(prediction, 500);
    for (std::complex<double>& pole : poles)
        pole = movedPole(pole, coefficient);
    const std::vector<double> moved = polynomialOf(poles);
    std::vector<double> sound(frame.size());
    for (std::size_t i = 0; i < frame.size(); ++i) {
        double value = frame[i];
        for (std::size_t k = 1; k <= kVoiceOrder && k <= i; ++k)
            value += prediction[k] * frame[i - k] - moved[k] * sound[i - k];
        sound[i] = value;
    }
    return sound;
}

}

std::vector<float> changedVoice(std::span<const float> samples, double coefficient, const RunContext& run)
{
    if (!(coefficient > 0.0) || !std::isfinite(coefficient))
        throw ShapeError("bad_coefficient", "The coefficient of a voice's change is not above 0.");
    const std::vector<double> window = rootOfHann();
    std::vector<double> changed(samples.size());
    std::vector<double> frame(kVoiceFrame);
    for (std::size_t first = 0; first + kVoiceFrame < samples.size(); first += kVoiceHop) {
        run.tick(first, samples.size());
        for (std::size_t i = 0; i < kVoiceFrame; ++i)
            frame[i] = static_cast<double>(samples[first + i]) * window[i];
        const double energy = energyOf(frame);
        if (energy < kFaintest)
            continue;
        std::vector<double> correlation = autocorrelation(std::span<const double>(frame), kVoiceOrder);
        correlation[0] = correlation[0] * 1.0001 + 1e-9;
        const std::vector<double> sound = resounded(frame, exactPredictor(correlation), coefficient);
        const double gain = std::sqrt(energy / std::max(1e-12, energyOf(sound)));
        for (std::size_t i = 0; i < kVoiceFrame; ++i)
            changed[first + i] += sound[i] * gain * window[i];
    }
    return {changed.begin(), changed.end()};
}

}
