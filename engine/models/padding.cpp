#include "engine/models/padding.h"

#include "engine/models/blocks/lstm.h"

namespace engine {

torch::Tensor lastState(torch::nn::LSTM& lstm, const torch::Tensor& x, const torch::Tensor& lengths)
{
    return blocks::runLstm(lstm, x, lengths).last;
}

torch::Tensor timeAverage(const torch::Tensor& x, const torch::Tensor& lengths)
{
    const torch::Tensor valid = torch::arange(x.size(1)).unsqueeze(0) < lengths.unsqueeze(1);
    const torch::Tensor sum = torch::where(valid.unsqueeze(2), x, torch::zeros({}, x.options())).sum(1);
    return sum / lengths.unsqueeze(1).to(x.dtype());
}

}
