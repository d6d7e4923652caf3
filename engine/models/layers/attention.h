#pragma once

#include "engine/models/fusion_model.h"

namespace engine {

/// The result of attention from a query of Tq steps to a source of Tk steps.
struct Attended {
    torch::Tensor values; ///< B × Tq × D
    torch::Tensor weights; ///< B × Tq × Tk, the mean over the heads; undefined unless displays were asked for
};

/// Attention of H heads of width D / H. Vaswani et al., Attention Is All You Need, NIPS 2017.
///
/// The projections of query, key and value lie one after the other in `in_proj_weight` 3D × D.
struct MultiHeadAttentionImpl : torch::nn::Module {
    /// @param width    D, a multiple of `heads`.
    /// @param dropout  of the weights, in training.
    MultiHeadAttentionImpl(std::int64_t width, std::int64_t heads, double dropout);

    /// @param query   B × Tq × D.
    /// @param source  B × Tk × D, where keys and values come from; may be `query` itself.
    /// @param mask    1 or B × 1 or Tq × Tk, added to the scores: 0 or -inf; undefined when nothing is
    /// masked. A query that may attend to no key attends to nothing (only where no gradients are taken).
    Attended forward(const torch::Tensor& query, const torch::Tensor& source, const torch::Tensor& mask,
                     Displays displays);

    std::int64_t heads;
    double dropout;
    torch::Tensor projection; ///< 3D × D
    torch::Tensor projectionBias; ///< 3D
    torch::nn::Linear out;
};
TORCH_MODULE(MultiHeadAttention);

/// 1 × Tq × Tk: -inf where a step may not look, more than |Tk - Tq| steps ahead.
torch::Tensor futureMask(std::int64_t queries, std::int64_t keys, const torch::TensorOptions& options);

/// B × Tq × Tk: the same by each row's own numbers of steps, without its padding; padded keys are masked too.
///
/// @param queryLengths, keyLengths  B, int64.
torch::Tensor futureMask(const torch::Tensor& queryLengths, std::int64_t queries,
                         const torch::Tensor& keyLengths, std::int64_t keys,
                         const torch::TensorOptions& options);

/// B × 1 × T: -inf at padded keys.
torch::Tensor keyMask(const torch::Tensor& lengths, std::int64_t keys, const torch::TensorOptions& options);

/// B × 1 × 1: −∞ where all keys of a row are hidden. @param rows  B, bool
torch::Tensor hiddenKeys(const torch::Tensor& rows, const torch::TensorOptions& options);

}
