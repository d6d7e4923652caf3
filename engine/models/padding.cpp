#include "engine/models/padding.h"

namespace engine {

torch::Tensor lastState(torch::nn::LSTM& lstm, const torch::Tensor& x, const torch::Tensor& lengths)
{
    if (!lengths.defined())
        return std::get<0>(std::get<1>(lstm->forward(x)))[-1];
    const auto packed = torch::nn::utils::rnn::pack_padded_sequence(x, lengths.cpu(), /*batch_first=*/true,
                                                                    /*enforce_sorted=*/false);
    return std::get<0>(std::get<1>(lstm->forward_with_packed_input(packed)))[-1];
}

torch::Tensor timeAverage(const torch::Tensor& x, const torch::Tensor& lengths)
{
    const torch::Tensor valid
        = torch::arange(x.size(1), lengths.options()).unsqueeze(0) < lengths.unsqueeze(1);
    const torch::Tensor sum = torch::where(valid.unsqueeze(2), x, torch::zeros({}, x.options())).sum(1);
    return sum / lengths.unsqueeze(1).to(x.dtype());
}

}
