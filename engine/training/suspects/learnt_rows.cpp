#include "engine/training/suspects/learnt_rows.h"

#include "engine/core/same_length.h"

namespace engine {

torch::Tensor firstRows(const FoldData& data, Modality modality, std::size_t segment, std::size_t rows)
{
    requirePlace("segment", segment, data.size());
    const FeatureBlock& block = data.of(modality);
    if (rows > block.steps)
        requireSameLength("steps of a segment", rows, block.steps);
    const auto values = block.segment(segment).first(rows * block.width);
    return torch::from_blob(const_cast<float*>(values.data()),
                            {static_cast<std::int64_t>(rows), static_cast<std::int64_t>(block.width)})
        .to(torch::kFloat64);
}

torch::Tensor centredRows(const FoldData& data, Modality modality, std::size_t segment, std::size_t rows)
{
    const torch::Tensor all = firstRows(data, modality, segment, rows);
    return all - all.mean(0, /*keepdim=*/true);
}

std::vector<std::size_t> thinned(const std::vector<std::size_t>& segments,
                                 const std::function<std::size_t(std::size_t)>& rowsOf)
{
    constexpr std::size_t most = 12000;
    std::size_t rows = 0;
    for (const std::size_t segment : segments)
        rows += rowsOf(segment);
    const std::size_t every = 1 + rows / most;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < segments.size(); i += every)
        kept.push_back(segments[i]);
    return kept;
}

}
