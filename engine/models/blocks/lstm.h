#pragma once

#include <torch/torch.h>

namespace engine::blocks {

struct LstmStates {
    torch::Tensor sequence; ///< B × T × (directions · H), of the top layer; zeros at padding
    torch::Tensor last; ///< B × (directions · H): after the last word, and backwards after the first
};

/// A whole LSTM over sequences that are padded at the end; the values at padding change nothing.
///
/// It computes the same as packing, LibTorch's LSTM and unpacking, in less time: with one product for the
/// inputs of all steps, and one node of the graph per layer and direction.
///
/// @param lstm     batch first, any number of layers, one or two directions, without projections.
/// @param x        B × T × D
/// @param lengths  B, int64, each 1…T; undefined when every step is valid.
LstmStates runLstm(torch::nn::LSTM& lstm, const torch::Tensor& x, const torch::Tensor& lengths);

}
