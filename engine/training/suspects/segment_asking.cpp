#include "engine/training/suspects/segment_asking.h"

#include "engine/core/same_length.h"
#include "engine/numbers/moments.h"
#include "engine/training/suspects/segment_summary.h"

#include <algorithm>

namespace engine {

namespace {

constexpr std::int64_t kComponents = 64;

/// How much each component counts, as the labels that are known say; equally while there are few.
torch::Tensor relevance(const torch::Tensor& rows, const torch::Tensor& labels, const SegmentPlaces& asked)
{
    const std::int64_t width = rows.size(1);
    const torch::Tensor even = torch::ones({width}, torch::kFloat64);
    if (static_cast<std::int64_t>(asked.size()) < 2 * width)
        return even;
    const torch::Tensor known = torch::tensor(asked, torch::kInt64);
    const torch::Tensor weights
        = ridgeFit(rows.index_select(0, known), labels.index_select(0, known).unsqueeze(1))
              .weights.squeeze(1)
              .abs();
    return 0.5 * even + 0.5 * weights / weights.mean().clamp_min(1e-12);
}

/// @throws ShapeError
void requirePlaces(const torch::Tensor& rows, const SegmentPlaces& asked, const std::vector<double>& costs)
{
    const auto count = static_cast<std::size_t>(rows.size(0));
    for (const std::int64_t place : asked)
        requirePlace("segment", static_cast<std::size_t>(place), count);
    if (!costs.empty())
        requireSameLength("costs of segments", costs.size(), count);
}

}

torch::Tensor segmentComponents(const FoldData& segments)
{
    std::vector<torch::Tensor> columns;
    for (const Modality modality : allModalities)
        columns.push_back(segmentSummary(segments, modality));
    const torch::Tensor all = torch::cat(columns, 1);
    const torch::Tensor scaled = scaledBy(all, torch::arange(all.size(0), torch::kInt64));
    const auto [values, vectors] = torch::linalg_eigh(scaled.t().matmul(scaled), "L");
    const std::int64_t kept = std::min({kComponents, vectors.size(1), scaled.size(0)});
    const torch::Tensor rows = scaled.matmul(vectors.narrow(1, vectors.size(1) - kept, kept));
    return rows / rows.square().sum(1).mean().sqrt().clamp_min(1e-9);
}

std::size_t typicalCount(std::size_t segments)
{
    constexpr std::size_t fewest = 10, most = 200, oneIn = 20;
    return std::clamp(segments / oneIn, fewest, most);
}

void askForTypical(const torch::Tensor& rows, SegmentPlaces& asked, std::size_t until,
                   const std::vector<double>& costs)
{
    requirePlaces(rows, asked, costs);
    constexpr std::int64_t mostSeen = 1500; // segments that are to be near, of many evenly drawn
    const std::int64_t count = rows.size(0), every = 1 + (count - 1) / mostSeen;
    const torch::Tensor seen = rows.index_select(0, torch::arange(0, count, every, torch::kInt64));
    const torch::Tensor apart
        = (rows.square().sum(1, /*keepdim=*/true) + seen.square().sum(1) - 2.0 * rows.matmul(seen.t()))
              .clamp_min(0.0)
              .to(torch::kFloat32); // N × S
    torch::Tensor nearest = torch::full({apart.size(1)}, apart.max().item<float>());
    std::vector<bool> isAsked(static_cast<std::size_t>(count), false);
    for (const std::int64_t place : asked) {
        isAsked[static_cast<std::size_t>(place)] = true;
        nearest = torch::minimum(nearest, apart[place]);
    }
    while (asked.size() < std::min(until, static_cast<std::size_t>(count))) {
        const torch::Tensor gains
            = (nearest - apart).clamp_min(0.0).sum(1, /*keepdim=*/false, torch::kFloat64);
        const auto* const values = gains.data_ptr<double>();
        std::size_t best = isAsked.size();
        const auto worth = [&](std::size_t i) { return costs.empty() ? values[i] : values[i] / costs[i]; };
        for (std::size_t i = 0; i < isAsked.size(); ++i) {
            if (!isAsked[i] && (best == isAsked.size() || worth(i) > worth(best)))
                best = i;
        }
        isAsked[best] = true;
        asked.push_back(static_cast<std::int64_t>(best));
        nearest = torch::minimum(nearest, apart[asked.back()]);
    }
}

void askForLabels(const torch::Tensor& rows, const torch::Tensor& labels, SegmentPlaces& asked,
                  std::size_t until, const std::vector<double>& costs)
{
    requirePlaces(rows, asked, costs);
    requireSameLength("labels of segments", static_cast<std::size_t>(labels.size(0)),
                      static_cast<std::size_t>(rows.size(0)));
    constexpr double noise = 0.3; // of a label, beside rows of size 1
    const auto count = static_cast<std::size_t>(rows.size(0));
    std::vector<bool> isAsked(count, false);
    for (const std::int64_t place : asked)
        isAsked[static_cast<std::size_t>(place)] = true;
    const torch::Tensor weighed = rows * relevance(rows, labels, asked);
    const torch::Tensor moments = weighed.t().matmul(weighed);
    torch::Tensor covariance = torch::eye(weighed.size(1), torch::kFloat64);
    if (!asked.empty()) {
        const torch::Tensor known = weighed.index_select(0, torch::tensor(asked, torch::kInt64));
        covariance = torch::linalg_inv(covariance + known.t().matmul(known) / noise);
    }
    while (asked.size() < std::min(until, count)) {
        const torch::Tensor through = weighed.matmul(covariance); // N × D
        const torch::Tensor own = (through * weighed).sum(1) + noise;
        torch::Tensor gains = (through.matmul(moments) * through).sum(1) / own;
        auto* const values = gains.data_ptr<double>();
        const auto worth = [&](std::size_t i) { return costs.empty() ? values[i] : values[i] / costs[i]; };
        std::size_t best = count;
        for (std::size_t i = 0; i < count; ++i) {
            if (!isAsked[i] && (best == count || worth(i) > worth(best)))
                best = i;
        }
        const auto place = static_cast<std::int64_t>(best);
        covariance = covariance - torch::outer(through[place], through[place]) / own[place];
        isAsked[best] = true;
        asked.push_back(place);
    }
}

double correlationOf(const torch::Tensor& a, const torch::Tensor& b)
{
    const torch::Tensor x = a.contiguous(), y = b.contiguous();
    const auto numbersOf = [](const torch::Tensor& values) {
        return std::span(values.data_ptr<double>(), static_cast<std::size_t>(values.numel()));
    };
    return pearson(numbersOf(x), numbersOf(y)).value_or(0.0);
}

}
