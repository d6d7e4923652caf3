#pragma once

#include "engine/models/blocks/lstm.h"

namespace engine::blocks {

/// A whole LSTM or GRU by LibTorch's own functions, over sequences that are padded at the end; the values at
/// padding change nothing.
///
/// @param layers   batch first, any number of layers, one or two directions.
/// @param x        B × T × D
/// @param lengths  B, int64, each 1…T; undefined when every step is valid.
LstmStates runPacked(torch::nn::LSTM& layers, const torch::Tensor& x, const torch::Tensor& lengths);
LstmStates runPacked(torch::nn::GRU& layers, const torch::Tensor& x, const torch::Tensor& lengths);

}
