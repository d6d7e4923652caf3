#include "engine/models/padding.h"

namespace engine {

namespace {

using Packed = torch::nn::utils::rnn::PackedSequence;

Packed packed(const torch::Tensor& x, const torch::Tensor& lengths)
{
    return torch::nn::utils::rnn::pack_padded_sequence(x, lengths.cpu(), /*batch_first=*/true,
                                                       /*enforce_sorted=*/false);
}

/// @param states  layers and directions × B × H, the last one on top.
torch::Tensor topOf(const torch::nn::LSTM& lstm, const torch::Tensor& states)
{
    return lstm->options.bidirectional() ? torch::cat({states[-2], states[-1]}, 1) : states[-1];
}

}

SequenceStates sequenceStates(torch::nn::LSTM& lstm, const torch::Tensor& x, const torch::Tensor& lengths)
{
    if (!lengths.defined()) {
        const auto [all, ends] = lstm->forward(x);
        return {all, topOf(lstm, std::get<0>(ends))};
    }
    const auto [all, ends] = lstm->forward_with_packed_input(packed(x, lengths));
    const auto unpacked = torch::nn::utils::rnn::pad_packed_sequence(all, /*batch_first=*/true,
                                                                     /*padding_value=*/0.0, x.size(1));
    return {std::get<0>(unpacked), topOf(lstm, std::get<0>(ends))};
}

torch::Tensor lastState(torch::nn::LSTM& lstm, const torch::Tensor& x, const torch::Tensor& lengths)
{
    if (!lengths.defined())
        return topOf(lstm, std::get<0>(std::get<1>(lstm->forward(x))));
    const auto ends = std::get<1>(lstm->forward_with_packed_input(packed(x, lengths)));
    return topOf(lstm, std::get<0>(ends));
}

torch::Tensor validSteps(const torch::Tensor& lengths, std::int64_t steps)
{
    return torch::arange(steps, lengths.options()).unsqueeze(0) < lengths.unsqueeze(1);
}

torch::Tensor lastValid(const torch::Tensor& x, const torch::Tensor& lengths)
{
    if (!lengths.defined())
        return x.select(1, x.size(1) - 1);
    return x.gather(1, (lengths - 1).view({-1, 1, 1}).expand({-1, 1, x.size(2)})).squeeze(1);
}

torch::Tensor timeAverage(const torch::Tensor& x, const torch::Tensor& lengths)
{
    const torch::Tensor valid = validSteps(lengths, x.size(1)).unsqueeze(2);
    const torch::Tensor sum = torch::where(valid, x, torch::zeros({}, x.options())).sum(1);
    return sum / lengths.unsqueeze(1).to(x.dtype());
}

}
