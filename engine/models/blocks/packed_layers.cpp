#include "engine/models/blocks/packed_layers.h"

namespace engine::blocks {

namespace {

const torch::Tensor& hiddenOf(const std::tuple<torch::Tensor, torch::Tensor>& state)
{
    return std::get<0>(state);
}

const torch::Tensor& hiddenOf(const torch::Tensor& state)
{
    return state;
}

/// The top layer's state, directions side by side. @param states  (layers · directions) × B × H
torch::Tensor topOf(const torch::Tensor& states, std::int64_t directions)
{
    std::vector<torch::Tensor> own;
    for (std::int64_t i = states.size(0) - directions; i < states.size(0); ++i)
        own.push_back(states[i]);
    return torch::cat(own, 1);
}

template <class Layers>
LstmStates packed(Layers& layers, const torch::Tensor& x, const torch::Tensor& lengths)
{
    namespace rnn = torch::nn::utils::rnn;
    const std::int64_t directions = layers->options.bidirectional() ? 2 : 1;
    if (!lengths.defined()) {
        const auto [sequence, state] = layers->forward(x);
        return {sequence, topOf(hiddenOf(state), directions)};
    }
    const auto rows = rnn::pack_padded_sequence(x, lengths.cpu(), true, /*enforce_sorted=*/false);
    const auto [sequence, state] = layers->forward_with_packed_input(rows);
    return {std::get<0>(rnn::pad_packed_sequence(sequence, true, 0.0, x.size(1))),
            topOf(hiddenOf(state), directions)};
}

}

LstmStates runPacked(torch::nn::LSTM& layers, const torch::Tensor& x, const torch::Tensor& lengths)
{
    return packed(layers, x, lengths);
}

LstmStates runPacked(torch::nn::GRU& layers, const torch::Tensor& x, const torch::Tensor& lengths)
{
    return packed(layers, x, lengths);
}

}
