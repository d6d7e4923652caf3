#include "engine/features/sound/voice_pulses.h"

#include "engine/features/sound/glottal_closures.h"
#include "engine/features/sound/glottal_flow.h"
#include "engine/features/sound/sound_math.h"
#include "engine/features/sound/zero_phase.h"
#include "engine/media/fourier.h"

#include <cmath>
#include <complex>
#include <map>

namespace engine::sound {

namespace {

constexpr double kShortestPeriod = kRate / 500.0;
constexpr double kLongestPeriod = kRate / 50.0;
constexpr std::size_t kPulseTransform = 2048;

/// |Σ x(i) w(i) exp(−iωi)| at one frequency, w being Hann. @param turn  ω / 2π, per sample
double magnitudeAt(std::span<const float> signal, double turn)
{
    std::complex<double> sum;
    std::complex<double> phase = 1.0;
    std::complex<double> windowPhase = 1.0;
    const std::complex<double> step = std::polar(1.0, -2.0 * std::numbers::pi * turn);
    const std::complex<double> windowStep
        = std::polar(1.0, 2.0 * std::numbers::pi / static_cast<double>(signal.size() - 1));
    for (const float value : signal) {
        sum += static_cast<double>(value) * (0.5 - 0.5 * windowPhase.real()) * phase;
        phase *= step;
        windowPhase *= windowStep;
    }
    return std::abs(sum);
}

/// The factor a of the parabola a k² + b through the first levels (dB) of a spectrum: more and more of them,
/// as long as the parabola's square error is below a hundredth of the levels' square.
class ParabolaFit {
public:
    /// @param pulse  values above 0, one period.
    double steepness(std::span<const float> pulse)
    {
        const auto spectrum = m_fourier.forward(pulse);
        const double reference = static_cast<double>(std::norm(spectrum[0])) + 1e-30;
        double count = 0.0; // sums over k of 1, k², k⁴, X, X k², X²
        double squares = 0.0;
        double fourths = 0.0;
        double levels = 0.0;
        double products = 0.0;
        double levelSquares = 0.0;
        double steepness = 0.0;
        for (std::size_t k = 0; k < spectrum.size(); ++k) {
            const double level
                = 10.0 * std::log10((static_cast<double>(std::norm(spectrum[k])) + 1e-30) / reference);
            const double square = static_cast<double>(k) * static_cast<double>(k);
            count += 1.0;
            squares += square;
            fourths += square * square;
            levels += level;
            products += level * square;
            levelSquares += level * level;
            if (k < 2)
                continue;
            const double a = (count * products - squares * levels) / (count * fourths - squares * squares);
            const double b = (levels - a * squares) / count;
            const double error = levelSquares - a * products - b * levels;
            if (error > 0.01 * levelSquares)
                break;
            steepness = a;
        }
        return steepness;
    }

    /// The same of a flow that never changes, for a period of this many samples.
    double steepest(std::size_t period)
    {
        const auto [found, isNew] = m_steepest.try_emplace(period, 0.0);
        if (isNew)
            found->second = steepness(std::vector<float>(period, 1.0F));
        return found->second;
    }

private:
    RealFourier m_fourier{kPulseTransform};
    std::map<std::size_t, double> m_steepest;
};

/// Measures one closure. @param before,next  the closures around it. @return false where nothing can be
/// measured
bool measure(VoicePulse& pulse, std::span<const float> sound, std::size_t before, ParabolaFit& parabola)
{
    const auto period = static_cast<std::size_t>(pulse.period);
    const std::size_t from = pulse.at > 2 * period ? pulse.at - 2 * period : 0;
    const std::size_t to = std::min(sound.size(), pulse.at + 2 * period);
    if (before <= from || pulse.at + 2 >= to)
        return false;
    const GlottalFlow source = glottalFlow(sound.subspan(from, to - from));
    const std::size_t closure = pulse.at - from;
    const std::size_t opening = before - from;
    std::vector<float> cycle(source.flow.begin() + static_cast<std::ptrdiff_t>(opening),
                             source.flow.begin() + static_cast<std::ptrdiff_t>(closure) + 1);
    if (cycle.size() < 8)
        return false;
    const float start = cycle.front();
    const float slope = (cycle.back() - cycle.front()) / static_cast<float>(cycle.size() - 1);
    for (std::size_t i = 0; i < cycle.size(); ++i)
        cycle[i] -= start + slope * static_cast<float>(i);
    const auto [least, most] = std::minmax_element(cycle.begin(), cycle.end());
    const float lowest = *least;
    const float amplitude = *most - lowest;
    const auto derivative = std::span(source.derivative);
    const std::size_t fallFrom = closure > period / 2 ? closure - period / 2 : 0;
    const std::size_t fallTo = std::min(derivative.size(), closure + period / 10 + 1);
    const float fall = -*std::min_element(derivative.begin() + static_cast<std::ptrdiff_t>(fallFrom),
                                          derivative.begin() + static_cast<std::ptrdiff_t>(fallTo));
    if (!(fall > 0.0F) || !(amplitude > 0.0F))
        return false;
    pulse.naq = amplitude / fall / static_cast<float>(cycle.size() - 1);
    std::size_t open = 0;
    for (float& value : cycle) {
        value -= lowest;
        open += value > 0.5F * amplitude ? 1 : 0;
    }
    pulse.qoq = static_cast<float>(open) / static_cast<float>(cycle.size());
    const std::size_t around = period + period / 2;
    const std::size_t first = closure > around ? closure - around : 0;
    const auto three = derivative.subspan(first, std::min(derivative.size(), closure + around) - first);
    const double turn = 1.0 / static_cast<double>(pulse.period);
    pulse.h1h2 = static_cast<float>(
        20.0 * std::log10((magnitudeAt(three, turn) + 1e-12) / (magnitudeAt(three, 2.0 * turn) + 1e-12)));
    const double steepest = parabola.steepest(cycle.size());
    pulse.psp = steepest < 0.0 ? static_cast<float>(parabola.steepness(cycle) / steepest) : 0.0F;
    return true;
}

}

std::vector<VoicePulse> voicePulses(const SoundBlock& block, std::span<const float> residual,
                                    const Pitch& pitch)
{
    if (pitch.usual <= 0.0F)
        return {};
    const std::vector<std::size_t> closures = glottalClosures(block, residual, pitch.usual);
    std::vector<float> sound = highPassed(block.samples, 40.0, 2);
    if (isUpsideDown(residual))
        std::transform(sound.begin(), sound.end(), sound.begin(), std::negate<>());
    ParabolaFit parabola;
    std::vector<VoicePulse> pulses;
    for (std::size_t i = 1; i + 1 < closures.size(); ++i) {
        VoicePulse pulse{closures[i], static_cast<float>(closures[i + 1] - closures[i])};
        const std::size_t row = std::min(pulse.at / kHop, block.rows() - 1);
        if (pulse.period <= kShortestPeriod || pulse.period >= kLongestPeriod || !pitch.isVoiced[row])
            continue;
        if (measure(pulse, sound, closures[i - 1], parabola))
            pulses.push_back(pulse);
    }
    return pulses;
}

}
