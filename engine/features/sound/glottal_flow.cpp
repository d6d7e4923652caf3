#include "engine/features/sound/glottal_flow.h"

#include "engine/features/sound/linear_prediction.h"
#include "engine/features/sound/sound_math.h"

namespace engine::sound {

namespace {

constexpr std::size_t kTractOrder = 18;
constexpr std::size_t kSourceOrder = 4;
constexpr std::size_t kRamp = kTractOrder + 1; ///< before the frame, so that filters do not begin with a step
constexpr float kLeak = 0.99F;

void integrate(std::span<float> signal)
{
    float sum = 0.0F;
    for (float& value : signal)
        value = sum = value + kLeak * sum;
}

}

GlottalFlow glottalFlow(std::span<const float> sound)
{
    const std::vector<float> window = symmetricHann(sound.size());
    std::vector<float> windowed(sound.size());
    const auto predictorOf = [&](std::span<const float> signal, std::size_t order) {
        std::transform(signal.begin(), signal.end(), window.begin(), windowed.begin(), std::multiplies<>());
        return predictor(autocorrelation(windowed, order));
    };
    std::vector<float> ramped(kRamp + sound.size());
    for (std::size_t i = 0; i < kRamp; ++i)
        ramped[i] = sound[0] * (2.0F * static_cast<float>(i) / static_cast<float>(kRamp - 1) - 1.0F);
    std::copy(sound.begin(), sound.end(), ramped.begin() + kRamp);
    std::vector<float> left(ramped.size());
    const std::span<const float> frame = std::span(left).subspan(kRamp);

    applyFilter(predictorOf(sound, 1), ramped, left);
    applyFilter(predictorOf(frame, kTractOrder), ramped, left);
    integrate(left);
    applyFilter(predictorOf(frame, kSourceOrder), ramped, left);
    integrate(left);
    applyFilter(predictorOf(frame, kTractOrder), ramped, left);
    GlottalFlow result{{}, {frame.begin(), frame.end()}};
    result.flow = result.derivative;
    integrate(result.flow);
    return result;
}

}
