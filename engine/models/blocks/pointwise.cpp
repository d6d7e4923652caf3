#include "engine/models/blocks/pointwise.h"

#include "engine/models/blocks/processors.h"

#include <algorithm>
#include <bit>
#include <cmath>

#define ALWAYS_INLINE inline __attribute__((always_inline))

namespace engine::blocks {

namespace {

/// e^x to 2 units in the last place, without branches; x is clamped to ±87, where float32 ends.
ALWAYS_INLINE float exponential(float x)
{
    constexpr float log2e = 1.44269504088896f;
    constexpr float ln2High = 0.693359375f;
    constexpr float ln2Low = -2.12194440e-4f;
    x = std::min(std::max(x, -87.0f), 87.0f);
    constexpr float shift = 12582912.0f; // 1.5 · 2²³: adding it rounds to a whole number
    const float rounded = x * log2e + shift;
    const float whole = rounded - shift;
    const float rest = x - whole * ln2High - whole * ln2Low;
    float series = 1.9875691500e-4f;
    series = series * rest + 1.3981999507e-3f;
    series = series * rest + 8.3334519073e-3f;
    series = series * rest + 4.1665795894e-2f;
    series = series * rest + 1.6666665459e-1f;
    series = series * rest + 5.0000001201e-1f;
    series = series * rest * rest + rest + 1.0f;
    const auto exponent = static_cast<std::int32_t>(whole);
    return series * std::bit_cast<float>((exponent + 127) << 23);
}

ALWAYS_INLINE float sigmoid(float x)
{
    return 1.0f / (1.0f + exponential(-x));
}

/// Near 0 by its series, for there 1 − 2 / (e^2x + 1) loses digits.
ALWAYS_INLINE float tangent(float x)
{
    const float square = x * x;
    float series = -5.70498872745e-3f;
    series = series * square + 2.06390887954e-2f;
    series = series * square - 5.37397155531e-2f;
    series = series * square + 1.33314422036e-1f;
    series = series * square - 3.33332819422e-1f;
    series = series * square * x + x;
    const float far = 1.0f - 2.0f / (exponential(2.0f * x) + 1.0f);
    return std::abs(x) < 0.625f ? series : far;
}

struct Blocks {
    std::int64_t input, forget, output, cell;
};

constexpr Blocks blocksOf(GateOrder order)
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
#pragma GCC ivdep
    for (std::int64_t j = 0; j < hidden; ++j) {
        const float i = sigmoid(input[j]);
        const float f = sigmoid(forget[j]);
        const float o = sigmoid(output[j]);
        const float g = tangent(candidate[j]);
        const float c = f * previous[j] + i * g;
        input[j] = i;
        forget[j] = f;
        output[j] = o;
        candidate[j] = g;
        cell[j] = c;
        state[j] = o * tangent(c);
    }
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
#pragma GCC ivdep
    for (std::int64_t j = 0; j < hidden; ++j) {
        const float squashed = tangent(cell[j]);
        const float ofCell = cellGradient[j] + stateGradient[j] * output[j] * (1.0f - squashed * squashed);
        inputGradient[j] = ofCell * candidate[j] * input[j] * (1.0f - input[j]);
        forgetGradient[j] = ofCell * previous[j] * forget[j] * (1.0f - forget[j]);
        outputGradient[j] = stateGradient[j] * squashed * output[j] * (1.0f - output[j]);
        candidateGradient[j] = ofCell * input[j] * (1.0f - candidate[j] * candidate[j]);
        cellGradient[j] = ofCell * forget[j];
    }
}

FOR_EACH_PROCESSOR
void gatedForward(std::int64_t count, float* retain, float* update, float* candidate, const float* previous,
                  float* memory)
{
#pragma GCC ivdep
    for (std::int64_t j = 0; j < count; ++j) {
        const float r = sigmoid(retain[j]);
        const float u = sigmoid(update[j]);
        const float c = tangent(candidate[j]);
        retain[j] = r;
        update[j] = u;
        candidate[j] = c;
        memory[j] = r * previous[j] + u * c;
    }
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
void attendForward(std::int64_t count, const float* logits, const float* values, float* weights,
                   float* attended)
{
    float largest = logits[0];
#pragma omp simd reduction(max : largest)
    for (std::int64_t j = 1; j < count; ++j)
        largest = std::max(largest, logits[j]);
    float sum = 0.0f;
#pragma GCC ivdep
    for (std::int64_t j = 0; j < count; ++j)
        weights[j] = exponential(logits[j] - largest);
#pragma omp simd reduction(+ : sum)
    for (std::int64_t j = 0; j < count; ++j)
        sum += weights[j];
    const float scale = 1.0f / sum;
#pragma GCC ivdep
    for (std::int64_t j = 0; j < count; ++j) {
        weights[j] *= scale;
        attended[j] = weights[j] * values[j];
    }
}

FOR_EACH_PROCESSOR
void attendBackward(std::int64_t count, const float* weights, const float* values, const float* gradient,
                    float* logitGradient, float* valueGradient)
{
    float sum = 0.0f;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t j = 0; j < count; ++j)
        sum += gradient[j] * values[j] * weights[j];
#pragma GCC ivdep
    for (std::int64_t j = 0; j < count; ++j) {
        logitGradient[j] = weights[j] * (gradient[j] * values[j] - sum);
        valueGradient[j] += gradient[j] * weights[j];
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

}
