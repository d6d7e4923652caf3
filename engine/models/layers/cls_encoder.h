#pragma once

#include "engine/models/layers/token_layer.h"

namespace engine {

struct ClsEncoderSettings {
    std::int64_t width = 0; ///< D, a multiple of `heads`
    std::int64_t layers = 1;
    std::int64_t heads = 1;
    std::int64_t feedForward = 2048;
    double dropout = 0.0;
};

/// One vector for a set of items: a learnt token stands before them and looks at all through post-norm
/// layers, without positions. Dai et al., Multimodal End-to-End Sparse Model for Emotion Recognition, NAACL
/// 2021.
struct ClsEncoderImpl : torch::nn::Module {
    explicit ClsEncoderImpl(const ClsEncoderSettings& settings);

    /// @param items    N × D, those of one row after those of the other; N = the sum of `lengths`
    /// @param lengths  B, int64, each 0 or more. @return B × D
    torch::Tensor forward(const torch::Tensor& items, const torch::Tensor& lengths);

    torch::nn::Embedding token;
    std::vector<TokenLayer> layers;
};
TORCH_MODULE(ClsEncoder);

/// Checks that `lengths` divides `items` rows: B whole numbers of 0 or more whose sum is N.
///
/// @param what  their name, for the message. @throws ShapeError (code `bad_inputs`).
void checkCounts(const torch::Tensor& lengths, const torch::Tensor& items, const char* what);

}
