#include "engine/models/layers/padding.h"

namespace engine {

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
