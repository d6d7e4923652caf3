#pragma once

#include "engine/models/blocks/collected.h"

namespace engine::blocks {

// Small compound operations that step-wise models apply between their layers. Some are one node of the graph:
// where that is measured to be faster than LibTorch's functions (bench_blocks, 32 rows, one thread).

struct Attended {
    torch::Tensor values; ///< weights · x
    torch::Tensor weights; ///< softmax(logits), over the last axis; carries no gradient
};

/// Soft attention over the entries of x: B × N each, or logits B × K × N for K attentions over the same
/// x B × N. By LibTorch's functions: a node of its own took 1.3 to 1.8 times as long.
Attended attend(const torch::Tensor& logits, const torch::Tensor& x);

struct GatedMemory {
    torch::Tensor memory; ///< B × M
    torch::Tensor retain, update; ///< the gates after their sigmoid; carry no gradient
};

/// The memory of Zadeh et al., Memory Fusion Network, AAAI 2018: sigmoid(retain) · memory + sigmoid(update) ·
/// tanh(candidate). All B × M. One node of the graph: 1.6 times as fast as LibTorch's functions while a model
/// learns, 2.1 times for an answer (M 128).
GatedMemory gatedMemory(const torch::Tensor& retain, const torch::Tensor& update,
                        const torch::Tensor& candidate, const torch::Tensor& memory);

/// Sources side by side, each multiplied by a weight of its row: what a vertex of a fusion graph receives.
/// One node of the graph: 1.5 times as fast as LibTorch's functions while a model learns, 1.4 times for an
/// answer (88, 48 and 16 columns).
///
/// @param sources  B × D_i each
/// @param weights  B × E
/// @param first    the column of the first source's weight; the others follow.
/// @return         B × Σ D_i
torch::Tensor weightedConcat(const std::vector<torch::Tensor>& sources, const torch::Tensor& weights,
                             std::int64_t first);

/// The new state where a row's step is one of its words, the old where it is padding.
///
/// @param active  B × 1, bool; undefined: all rows are.
torch::Tensor whereActive(const torch::Tensor& active, const torch::Tensor& now, const torch::Tensor& before);

}
