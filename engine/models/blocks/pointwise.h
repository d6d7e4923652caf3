#pragma once

#include <cstdint>

namespace engine::blocks {

// Operations on single numbers between two products; one call per row. This file does not use LibTorch, so
// that the compiler can make a version for each generation of processors. What that is worth is measured in
// lstm.h, cell_bank.h, elementwise.h and flat_optimiser.h.

/// The order of the four blocks of an LSTM's rows.
enum class GateOrder {
    InputForgetCellOutput, ///< LibTorch's
    ForgetInputOutputCell ///< of the long-short term hybrid memory (LSTHM)
};

/// One row of an LSTM cell.
///
/// @param gates     4 · H: before the activations; after them on return.
/// @param previous  H: the cell before.
void lstmForward(std::int64_t hidden, GateOrder order, float* gates, const float* previous, float* cell,
                 float* state);

/// The gradients of lstmForward().
///
/// @param gates          4 · H, after the activations.
/// @param stateGradient  H, of the new state.
/// @param cellGradient   H, of the new cell; of the previous cell on return.
/// @param gateGradient   4 · H, out: before the activations.
void lstmBackward(std::int64_t hidden, GateOrder order, const float* gates, const float* previous,
                  const float* cell, const float* stateGradient, float* cellGradient, float* gateGradient);

/// memory ← sigmoid(retain) · previous + sigmoid(update) · tanh(candidate); the three are overwritten by
/// their activations.
void gatedForward(std::int64_t count, float* retain, float* update, float* candidate, const float* previous,
                  float* memory);

/// The gradients of gatedForward() before the activations, computed from `gradient`, that of the memory.
void gatedBackward(std::int64_t count, const float* retain, const float* update, const float* candidate,
                   const float* previous, const float* gradient, float* retainGradient, float* updateGradient,
                   float* candidateGradient, float* previousGradient);

/// x ← max(x, 0).
void rectify(std::int64_t count, float* x);

/// gradient ← activation > 0 ? gradient · scale : 0.
void rectifyBackward(std::int64_t count, const float* activation, float scale, float* gradient);

/// The factors of a step of Adam (Kingma and Ba 2015).
struct AdamFactors {
    float gradient; ///< of clipping
    float weightDecay;
    float meanDecay, varianceDecay;
    float meanShare, varianceShare; ///< 1 − decay
    float step; ///< the learning rate times the correction for the mean's start at 0
    float correction; ///< of the variance's root, for its start at 0
    float epsilon;
};

/// One step of Adam: updates means, variances and weights by the gradients.
void adamStep(std::int64_t count, const AdamFactors& factors, const float* gradients, float* means,
              float* variances, float* weights);

}
