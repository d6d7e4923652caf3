#include "engine/models/blocks/pointwise.h"

#include "engine/core/processors.h"
#include "engine/models/blocks/simd_lanes.h"

#include <algorithm>
#include <cmath>

namespace engine::blocks {

namespace {

/// e^x to 2 units in the last place, without branches; x is clamped to ±87, where float32 ends.
ALWAYS_INLINE Lanes exponential(Lanes x)
{
    constexpr float log2e = 1.44269504088896f;
    constexpr float ln2High = 0.693359375f;
    constexpr float ln2Low = -2.12194440e-4f;
    x = x < -87.0f ? Lanes{} - 87.0f : x;
    x = x > 87.0f ? Lanes{} + 87.0f : x;
    constexpr float shift = 12582912.0f; // 1.5 · 2²³: adding it rounds to a whole number
    const Lanes rounded = x * log2e + shift;
    const Lanes whole = rounded - shift;
    const Lanes rest = x - whole * ln2High - whole * ln2Low;
    Lanes series = Lanes{} + 1.9875691500e-4f;
    series = series * rest + 1.3981999507e-3f;
    series = series * rest + 8.3334519073e-3f;
    series = series * rest + 4.1665795894e-2f;
    series = series * rest + 1.6666665459e-1f;
    series = series * rest + 5.0000001201e-1f;
    series = series * rest * rest + rest + 1.0f;
    const WholeLanes exponent = __builtin_convertvector(whole, WholeLanes);
    return series * reinterpret_cast<Lanes>((exponent + 127) << 23);
}

ALWAYS_INLINE Lanes sigmoid(Lanes x)
{
    return 1.0f / (1.0f + exponential(-x));
}

/// Near 0 by its series, for there 1 − 2 / (e^2x + 1) loses digits.
ALWAYS_INLINE Lanes tangent(Lanes x)
{
    const Lanes square = x * x;
    Lanes series = Lanes{} - 5.70498872745e-3f;
    series = series * square + 2.06390887954e-2f;
    series = series * square - 5.37397155531e-2f;
    series = series * square + 1.33314422036e-1f;
    series = series * square - 3.33332819422e-1f;
    series = series * square * x + x;
    const Lanes far = 1.0f - 2.0f / (exponential(2.0f * x) + 1.0f);
    return square < 0.625f * 0.625f ? series : far;
}

struct Blocks {
    std::int64_t input, forget, output, cell;
};

ALWAYS_INLINE constexpr Blocks blocksOf(GateOrder order)
{
    return order == GateOrder::InputForgetCellOutput ? Blocks{0, 1, 3, 2} : Blocks{1, 0, 2, 3};
}

}

FOR_EACH_PROCESSOR
void lstmForward(std::int64_t hidden, GateOrder order, float* gates, const float* previous, float* cell,
                 float* state)
{
    const Blocks blocks = blocksOf(order);
    float* const input = gates + blocks.input * hidden;
    float* const forget = gates + blocks.forget * hidden;
    float* const output = gates + blocks.output * hidden;
    float* const candidate = gates + blocks.cell * hidden;
    const auto part = [&](std::int64_t j, auto count) INLINED {
        const Lanes i = sigmoid(load(input + j, count));
        const Lanes f = sigmoid(load(forget + j, count));
        const Lanes o = sigmoid(load(output + j, count));
        const Lanes g = tangent(load(candidate + j, count));
        const Lanes c = f * load(previous + j, count) + i * g;
        store(i, input + j, count);
        store(f, forget + j, count);
        store(o, output + j, count);
        store(g, candidate + j, count);
        store(c, cell + j, count);
        store(o * tangent(c), state + j, count);
    };
    forEachLanes(hidden, part);
}

FOR_EACH_PROCESSOR
void lstmBackward(std::int64_t hidden, GateOrder order, const float* gates, const float* previous,
                  const float* cell, const float* stateGradient, float* cellGradient, float* gateGradient)
{
    const Blocks blocks = blocksOf(order);
    const float* const input = gates + blocks.input * hidden;
    const float* const forget = gates + blocks.forget * hidden;
    const float* const output = gates + blocks.output * hidden;
    const float* const candidate = gates + blocks.cell * hidden;
    float* const inputGradient = gateGradient + blocks.input * hidden;
    float* const forgetGradient = gateGradient + blocks.forget * hidden;
    float* const outputGradient = gateGradient + blocks.output * hidden;
    float* const candidateGradient = gateGradient + blocks.cell * hidden;
    const auto part = [&](std::int64_t j, auto count) INLINED {
        const Lanes i = load(input + j, count);
        const Lanes f = load(forget + j, count);
        const Lanes o = load(output + j, count);
        const Lanes g = load(candidate + j, count);
        const Lanes ofState = load(stateGradient + j, count);
        const Lanes squashed = tangent(load(cell + j, count));
        const Lanes ofCell = load(cellGradient + j, count) + ofState * o * (1.0f - squashed * squashed);
        store(ofCell * g * i * (1.0f - i), inputGradient + j, count);
        store(ofCell * load(previous + j, count) * f * (1.0f - f), forgetGradient + j, count);
        store(ofState * squashed * o * (1.0f - o), outputGradient + j, count);
        store(ofCell * i * (1.0f - g * g), candidateGradient + j, count);
        store(ofCell * f, cellGradient + j, count);
    };
    forEachLanes(hidden, part);
}

FOR_EACH_PROCESSOR
void gatedForward(std::int64_t width, float* retain, float* update, float* candidate, const float* previous,
                  float* memory)
{
    const auto part = [&](std::int64_t j, auto count) INLINED {
        const Lanes r = sigmoid(load(retain + j, count));
        const Lanes u = sigmoid(load(update + j, count));
        const Lanes c = tangent(load(candidate + j, count));
        store(r, retain + j, count);
        store(u, update + j, count);
        store(c, candidate + j, count);
        store(r * load(previous + j, count) + u * c, memory + j, count);
    };
    forEachLanes(width, part);
}

FOR_EACH_PROCESSOR
void gatedBackward(std::int64_t count, const float* retain, const float* update, const float* candidate,
                   const float* previous, const float* gradient, float* retainGradient, float* updateGradient,
                   float* candidateGradient, float* previousGradient)
{
#pragma GCC ivdep
    for (std::int64_t j = 0; j < count; ++j) {
        retainGradient[j] = gradient[j] * previous[j] * retain[j] * (1.0f - retain[j]);
        updateGradient[j] = gradient[j] * candidate[j] * update[j] * (1.0f - update[j]);
        candidateGradient[j] = gradient[j] * update[j] * (1.0f - candidate[j] * candidate[j]);
        previousGradient[j] = gradient[j] * retain[j];
    }
}

FOR_EACH_PROCESSOR
void rectify(std::int64_t count, float* x)
{
    for (std::int64_t j = 0; j < count; ++j)
        x[j] = std::max(x[j], 0.0f);
}

FOR_EACH_PROCESSOR
void rectifyBackward(std::int64_t count, const float* activation, float scale, float* gradient)
{
    for (std::int64_t j = 0; j < count; ++j)
        gradient[j] = activation[j] > 0.0f ? gradient[j] * scale : 0.0f;
}

FOR_EACH_PROCESSOR
void adamStep(std::int64_t count, const AdamFactors& factors, const float* gradients, float* means,
              float* variances, float* weights)
{
    const AdamFactors f = factors;
#pragma GCC ivdep
    for (std::int64_t i = 0; i < count; ++i) {
        const float gradient = gradients[i] * f.gradient + weights[i] * f.weightDecay;
        const float mean = f.meanDecay * means[i] + f.meanShare * gradient;
        const float variance = f.varianceDecay * variances[i] + f.varianceShare * gradient * gradient;
        means[i] = mean;
        variances[i] = variance;
        weights[i] -= f.step * mean / (std::sqrt(variance) * f.correction + f.epsilon);
    }
}

}
