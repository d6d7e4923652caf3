#include "engine/models/layers/codebook.h"

#include "engine/core/seeded_shuffle.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace engine {

torch::Tensor codebookOf(const torch::Tensor& rows, std::int64_t count, std::int64_t iterations,
                         std::uint64_t seed)
{
    const torch::NoGradGuard noGradient;
    std::vector<std::int64_t> order(static_cast<std::size_t>(rows.size(0)));
    std::iota(order.begin(), order.end(), 0);
    std::mt19937_64 random(seed);
    shuffleAsPublished(order, random);
    order.resize(static_cast<std::size_t>(count));
    torch::Tensor centres = rows.index_select(0, torch::tensor(order, torch::kInt64).to(rows.device()));
    for (std::int64_t i = 0; i < iterations; ++i) {
        const torch::Tensor codes = nearestCodes(rows, centres);
        const torch::Tensor sums = torch::zeros_like(centres).index_add_(0, codes, rows);
        const torch::Tensor sizes = torch::zeros({count}, rows.options())
                                        .index_add_(0, codes, torch::ones({rows.size(0)}, rows.options()))
                                        .unsqueeze(1);
        centres = torch::where(sizes > 0, sums / sizes.clamp_min(1.0), centres); // an empty group stays
    }
    return centres;
}

torch::Tensor nearestCodes(const torch::Tensor& rows, const torch::Tensor& codebook)
{
    const torch::NoGradGuard noGradient;
    // |r − c|² without |r|², which is the same for all centres
    return (codebook.square().sum(1) - 2.0 * torch::matmul(rows, codebook.t())).argmin(-1);
}

}
