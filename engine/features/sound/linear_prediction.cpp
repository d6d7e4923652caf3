#include "engine/features/sound/linear_prediction.h"

#include "engine/features/sound/sound_math.h"

namespace engine::sound {

namespace {

constexpr std::size_t kOrder = 18;
constexpr std::size_t kResidualFrame = 400;
constexpr std::size_t kResidualHop = 80;

}

std::vector<double> autocorrelation(std::span<const float> signal, std::size_t order)
{
    const std::vector<double> values(signal.begin(),
                                     signal.end()); // a float's 24 bits are not enough for a vowel
    return autocorrelation(std::span(values), order);
}

std::vector<double> autocorrelation(std::span<const double> values, std::size_t order)
{
    std::vector<double> result(order + 1);
    for (std::size_t lag = 0; lag <= order && lag < values.size(); ++lag)
        result[lag] = dot(values.first(values.size() - lag), values.data() + lag);
    return result;
}

std::vector<float> predictor(std::span<const double> autocorrelation)
{
    const std::vector<double> filter = exactPredictor(autocorrelation);
    return {filter.begin(), filter.end()};
}

std::vector<double> exactPredictor(std::span<const double> autocorrelation)
{
    const std::size_t order = autocorrelation.size() - 1;
    std::vector<double> filter(order + 1);
    std::vector<double> turned(order + 1);
    filter[0] = 1.0;
    double error = autocorrelation[0] * (1.0 + 1e-9);
    for (std::size_t i = 1; i <= order && error > 1e-30; ++i) {
        double sum = autocorrelation[i];
        for (std::size_t k = 1; k < i; ++k)
            sum += filter[k] * autocorrelation[i - k];
        const double reflection = -sum / error;
        std::copy(filter.begin(), filter.end(), turned.begin());
        for (std::size_t k = 1; k < i; ++k)
            filter[k] += reflection * turned[i - k];
        filter[i] = reflection;
        error *= 1.0 - reflection * reflection;
    }
    return filter;
}

void applyFilter(std::span<const float> filter, std::span<const float> signal, std::span<float> result)
{
    std::copy(signal.begin(), signal.end(), result.begin());
    for (std::size_t k = 1; k < filter.size() && k < signal.size(); ++k) {
        const float factor = filter[k];
        for (std::size_t i = k; i < signal.size(); ++i)
            result[i] += factor * signal[i - k];
    }
}

std::vector<float> predictionResidual(const SoundBlock& block)
{
    const std::vector<float> window = symmetricHann(kResidualFrame);
    std::vector<float> residual(block.samples.size());
    std::vector<float> frame(kResidualFrame);
    std::vector<float> left(kResidualFrame);
    for (std::size_t first = 0; first + kResidualFrame <= residual.size(); first += kResidualHop) {
        for (std::size_t i = 0; i < kResidualFrame; ++i)
            frame[i] = block.samples[first + i] * window[i];
        const std::vector<double> correlation = autocorrelation(frame, kOrder);
        applyFilter(predictor(correlation), frame, left);
        const float energy = dot(left, left.data());
        if (energy <= 0.0F)
            continue;
        const float gain = std::sqrt(static_cast<float>(correlation[0]) / energy);
        for (std::size_t i = 0; i < kResidualFrame; ++i)
            residual[first + i] += gain * left[i];
    }
    float largest = 1e-12F;
    for (const float value : residual)
        largest = std::max(largest, std::abs(value));
    for (float& value : residual)
        value /= largest;
    return residual;
}

}
