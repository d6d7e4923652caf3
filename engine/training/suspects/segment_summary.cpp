#include "engine/training/suspects/segment_summary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {

torch::Tensor segmentSummary(const FoldData& segments, Modality modality)
{
    const FeatureBlock& block = segments.of(modality);
    const std::vector<std::int64_t>& lengths = segments.lengthsOf(modality);
    const std::size_t width = block.width;
    const torch::Tensor result = torch::zeros(
        {static_cast<std::int64_t>(segments.size()), static_cast<std::int64_t>(2 * width)}, torch::kFloat64);
    auto* const values = result.data_ptr<double>();
    for (std::size_t i = 0; i < segments.size() && width > 0; ++i) {
        if (!segments.presenceOf(modality)[i])
            continue;
        double* const means = values + i * 2 * width;
        double* const deviations = means + width;
        const auto steps = static_cast<std::size_t>(lengths[i]);
        const std::span<const float> rows = block.segment(i);
        for (std::size_t t = 0; t < steps; ++t) {
            for (std::size_t d = 0; d < width; ++d) {
                const double value = rows[t * width + d];
                means[d] += value;
                deviations[d] += value * value;
            }
        }
        for (std::size_t d = 0; d < width; ++d) {
            means[d] /= static_cast<double>(steps);
            deviations[d]
                = std::sqrt(std::max(0.0, deviations[d] / static_cast<double>(steps) - means[d] * means[d]));
        }
    }
    return result;
}

torch::Tensor scaledBy(const torch::Tensor& values, const torch::Tensor& rows)
{
    constexpr double farthest = 5.0, constant = 1e-9;
    const torch::Tensor known = values.index_select(0, rows);
    const torch::Tensor mean = known.mean(0);
    const torch::Tensor deviation = known.std(0, /*unbiased=*/false);
    const torch::Tensor scale = torch::where(deviation > constant, 1.0 / deviation.clamp_min(constant),
                                             torch::zeros_like(deviation));
    return ((values - mean) * scale).clamp(-farthest, farthest);
}

RidgeFit ridgeFit(const torch::Tensor& known, const torch::Tensor& targets)
{
    const torch::NoGradGuard noGradient;
    const torch::Tensor center = known.mean(0), level = targets.mean(0);
    const torch::Tensor x = known - center, y = targets - level;
    const auto rows = static_cast<double>(x.size(0));
    const bool isWide = x.size(1) > x.size(0);
    // of the smaller of XᵀX and XXᵀ
    const auto [values, vectors] = torch::linalg_eigh(isWide ? x.matmul(x.t()) : x.t().matmul(x), "L");
    const torch::Tensor sizes = values.clamp_min(0.0);
    const torch::Tensor moments = vectors.t().matmul(isWide ? y : x.t().matmul(y)); // in the directions
    const double scale = std::max(sizes.mean().item<double>(), 1e-12);
    const double all = y.square().sum().item<double>();
    constexpr double inflation
        = 1.4; // of the model's degrees of freedom: it is not too free where rows are few
    double best = std::numeric_limits<double>::infinity(), chosen = scale;
    for (double exponent = -3.0; exponent <= 3.0; exponent += 0.25) {
        const double penalty = scale * std::pow(10.0, exponent);
        const torch::Tensor share = sizes / (sizes + penalty);
        // ‖y − ŷ‖² by direction: what is explained comes from the moments alone
        const torch::Tensor squares
            = isWide ? moments.square() : moments.square() / sizes.clamp_min(1e-12).unsqueeze(1);
        const double left
            = all - ((2.0 * share - share.square()).unsqueeze(1) * squares).sum().item<double>();
        const double freedom = rows - 1.0 - inflation * share.sum().item<double>();
        if (freedom < 1.0)
            continue;
        const double score = left / (freedom * freedom);
        if (score < best) {
            best = score;
            chosen = penalty;
        }
    }
    const torch::Tensor solved = vectors.matmul(moments / (sizes + chosen).unsqueeze(1));
    return {center, level, isWide ? x.t().matmul(solved) : solved};
}

}
