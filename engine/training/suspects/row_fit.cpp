#include "engine/training/suspects/row_fit.h"

#include "engine/core/same_length.h"
#include "engine/training/suspects/learnt_rows.h"
#include "engine/training/suspects/segment_summary.h"
#include "engine/training/suspects/word_runs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kFewestRows = 4;

/// The rows of one segment: what tells, and what is told; relative to their means.
struct SegmentRows {
    torch::Tensor telling; ///< T × D, float64
    torch::Tensor told; ///< T × K
};

torch::Tensor phases(const FoldData& frames, std::size_t segment, std::size_t steps)
{
    const torch::Tensor result = torch::zeros({static_cast<std::int64_t>(steps), 2}, torch::kFloat64);
    auto* const values = result.data_ptr<double>();
    const std::vector<std::size_t> starts = wordRuns(frames, segment);
    for (std::size_t word = 0; word + 1 < starts.size(); ++word) {
        for (std::size_t t = starts[word]; t < starts[word + 1] && isSpoken(frames, segment, t); ++t) {
            const auto [rising, falling] = wordPhase(t - starts[word], starts[word + 1] - starts[word]);
            values[2 * t] = rising;
            values[2 * t + 1] = falling;
        }
    }
    return result;
}

class Fitter {
public:
    Fitter(const FoldData& rows, Modality target, bool areFrames)
        : m_rows(rows)
        , m_target(target)
        , m_areFrames(areFrames)
    {
    }

    std::size_t stepsOf(std::size_t segment) const
    {
        return static_cast<std::size_t>(m_rows.lengthsOf(m_target)[segment]);
    }

    bool knows(std::size_t segment) const
    {
        const bool isTold = std::ranges::any_of(allModalities, [&](Modality modality) {
            return modality != m_target && m_rows.of(modality).width > 0
                && m_rows.presenceOf(modality)[segment];
        });
        return isTold && m_rows.of(m_target).width > 0 && m_rows.presenceOf(m_target)[segment]
            && stepsOf(segment) >= kFewestRows;
    }

    SegmentRows of(std::size_t segment) const
    {
        const std::size_t steps = stepsOf(segment);
        std::vector<torch::Tensor> telling;
        for (const Modality modality : allModalities) {
            if (modality != m_target && m_rows.of(modality).width > 0)
                telling.push_back(centredRows(m_rows, modality, segment, steps));
        }
        if (m_areFrames)
            telling.push_back(phases(m_rows, segment, steps));
        return {torch::cat(telling, 1), told(segment)};
    }

    torch::Tensor told(std::size_t segment) const
    {
        return centredRows(m_rows, m_target, segment, stepsOf(segment));
    }

private:
    const FoldData& m_rows;
    const Modality m_target;
    const bool m_areFrames;
};

struct Learnt {
    RidgeFit fit;
    torch::Tensor scale; ///< D: the telling columns are divided by it, and cut
    torch::Tensor variances; ///< K: of what is told, without what tells it
};

torch::Tensor scaledRows(const torch::Tensor& rows, const torch::Tensor& scale)
{
    constexpr double farthest = 5.0;
    return (rows / scale).clamp(-farthest, farthest);
}

Learnt learn(const Fitter& fitter, const std::vector<std::size_t>& segments)
{
    std::vector<torch::Tensor> telling, told;
    for (const std::size_t segment :
         thinned(segments, [&](std::size_t one) { return fitter.stepsOf(one); })) {
        const SegmentRows all = fitter.of(segment);
        telling.push_back(all.telling);
        told.push_back(all.told);
    }
    Learnt learnt;
    const torch::Tensor x = torch::cat(telling), y = torch::cat(told);
    learnt.scale = x.std(0, /*unbiased=*/false).clamp_min(1e-6);
    const torch::Tensor scaled = scaledRows(x, learnt.scale);
    learnt.fit = ridgeFit(scaled, y);
    learnt.variances = (y - learnt.fit.of(scaled)).square().mean(0).clamp_min(1e-9);
    return learnt;
}

}

RowFit rowFit(const FoldData& rows, Modality target, const std::vector<std::size_t>& folds, int farthest,
              bool areFrames, std::span<const std::size_t> partners, const RunContext& run)
{
    requireSameLength("folds of segments", folds.size(), rows.size());
    if (!partners.empty())
        requireSameLength("partners of segments", partners.size(), rows.size());
    for (const std::size_t partner : partners)
        requirePlace("segment", partner, rows.size());
    const torch::NoGradGuard noGradient;
    const Fitter fitter(rows, target, areFrames);
    const std::size_t count = rows.size();
    RowFit result;
    result.farthest = farthest;
    result.gains.assign(count * static_cast<std::size_t>(2 * farthest + 1), 0.0);
    for (std::size_t i = 0; i < count; ++i)
        result.isKnown.push_back(fitter.knows(i));
    result.exchanged.assign(partners.size(), std::numeric_limits<double>::quiet_NaN());
    const std::set<std::size_t> all(folds.begin(), folds.end());
    std::size_t done = 0;
    for (const std::size_t fold : all) {
        std::vector<std::size_t> learntFrom;
        for (std::size_t i = 0; i < count; ++i) {
            if (folds[i] != fold && result.isKnown[i])
                learntFrom.push_back(i);
        }
        if (learntFrom.empty()) {
            result.isKnown.assign(count, false);
            return result;
        }
        const Learnt learnt = learn(fitter, learntFrom);
        for (std::size_t i = 0; i < count; ++i) {
            if (folds[i] != fold || !result.isKnown[i])
                continue;
            const SegmentRows segment = fitter.of(i);
            const torch::Tensor weighted = learnt.fit.of(scaledRows(segment.telling, learnt.scale));
            const torch::Tensor expected = weighted - weighted.mean(0, /*keepdim=*/true);
            const std::int64_t steps = expected.size(0);
            const double all
                = ((expected.square() / learnt.variances).sum().item<double>() / static_cast<double>(steps));
            if (!(all > 1e-9)) {
                result.isKnown[i] = false;
                continue;
            }
            if (!partners.empty() && fitter.knows(partners[i])) {
                const torch::Tensor other = fitter.told(partners[i]);
                const std::int64_t shared = std::min(steps, other.size(0));
                const torch::Tensor said = expected.narrow(0, 0, shared), seen = other.narrow(0, 0, shared);
                result.exchanged[i]
                    = ((2.0 * said * seen - said.square()) / learnt.variances).sum().item<double>()
                    / (static_cast<double>(shared) * all);
            }
            for (int lag = -farthest; lag <= farthest; ++lag) {
                const std::int64_t shared = steps - std::abs(lag);
                if (shared < static_cast<std::int64_t>(kFewestRows)) {
                    result.gains[i * static_cast<std::size_t>(2 * farthest + 1)
                                 + static_cast<std::size_t>(lag + farthest)]
                        = -1.0;
                    continue;
                }
                const torch::Tensor said = expected.narrow(0, lag < 0 ? -lag : 0, shared),
                                    seen = segment.told.narrow(0, lag > 0 ? lag : 0, shared);
                const double gain
                    = ((2.0 * said * seen - said.square()) / learnt.variances).sum().item<double>();
                result.gains[i * static_cast<std::size_t>(2 * farthest + 1)
                             + static_cast<std::size_t>(lag + farthest)]
                    = gain / (static_cast<double>(shared) * all);
            }
        }
        run.tick(++done, all.size());
    }
    return result;
}

}
