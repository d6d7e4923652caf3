#pragma once

#include <torch/torch.h>

namespace engine::blocks {

struct LstmStates {
    torch::Tensor sequence; ///< B × T × (directions · H), of the top layer; zeros where a row is padding
    torch::Tensor last; ///< B × (directions · H): after the last word, and backwards after the first
};

/// A whole LSTM over sequences that are padded at the end; what stands there changes nothing.
///
/// The same as packing, LibTorch's LSTM and unpacking, in less time: one product for the inputs of all steps,
/// one node of the graph per layer and direction.
///
/// @param lstm     batch first, any number of layers, one or two directions, without projections.
/// @param x        B × T × D
/// @param lengths  B, int64, each 1…T; undefined when every step is valid.
LstmStates runLstm(torch::nn::LSTM& lstm, const torch::Tensor& x, const torch::Tensor& lengths);

}
