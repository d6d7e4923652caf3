#include "engine/models/layers/positions.h"

#include <algorithm>
#include <cmath>

namespace engine {

torch::Tensor halvedSinusoids(std::int64_t steps, std::int64_t width)
{
    const std::int64_t half = width / 2;
    const double decay = std::log(10000.0) / static_cast<double>(std::max<std::int64_t>(half - 1, 1));
    const torch::Tensor angles = torch::arange(1, steps + 1, torch::kFloat32).unsqueeze(1)
        * torch::exp(torch::arange(half, torch::kFloat32) * -decay);
    return torch::cat({angles.sin(), angles.cos(), torch::zeros({steps, width % 2})}, 1);
}

torch::Tensor interleavedSinusoids(std::int64_t steps, std::int64_t width)
{
    const torch::Tensor column = torch::arange(width, torch::kFloat64);
    const torch::Tensor angles = torch::arange(steps, torch::kFloat64).unsqueeze(1)
        * torch::exp(column * (-2.0 * std::log(10000.0) / static_cast<double>(width)));
    return torch::where(column.remainder(2) == 0, angles.sin(), angles.cos()).to(torch::kFloat32);
}

torch::Tensor PositionTable::forInput(const torch::Tensor& x)
{
    const torch::InferenceMode ordinary(false); // a table made while predicting may serve training later
    const torch::NoGradGuard noGradient;
    const std::int64_t steps = x.size(1), width = x.size(2);
    if (!m_table.defined() || m_table.size(0) < steps || m_table.size(1) != width
        || m_table.device() != x.device())
        m_table = m_make(steps, width).to(x.options());
    return m_table.narrow(0, 0, steps).unsqueeze(0);
}

}
