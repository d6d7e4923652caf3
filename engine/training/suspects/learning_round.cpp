#include "engine/training/suspects/learning_round.h"

#include "engine/core/error.h"
#include "engine/core/seeded_shuffle.h"
#include "engine/core/segment_id.h"
#include "engine/models/threads.h"
#include "engine/training/suspects/curved_rows.h"
#include "engine/training/suspects/segment_asking.h"
#include "engine/training/suspects/segment_summary.h"
#include "engine/training/suspects/video_folds.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <random>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kFewest = 10; // known labels from which anything is said
constexpr std::size_t kFewestTried = 40; // known labels from which an order is tried on them
constexpr std::size_t kDraws = 20;
constexpr std::size_t kPoints = 8; // of a curve
constexpr double kPlayedAnyway = 4.0; // seconds that a judgement takes beside the segment's length

class Round {
public:
    Round(const FoldData& segments, const LearningRoundSettings& settings, const std::string& where)
        : m_settings(settings)
        , m_segments(segments)
        , m_rows(segmentComponents(segments))
    {
        if (settings.column >= segments.labels.columns)
            throw FormatError("no_labels", where,
                              fmt::format("has {} columns of labels, there is no column {}",
                                          segments.labels.columns, settings.column + 1));
        std::vector<double> labels;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            labels.push_back(segments.labels.at(i, settings.column));
            if (std::isfinite(labels.back()))
                m_known.push_back(static_cast<std::int64_t>(i));
        }
        m_labels = torch::tensor(labels, torch::kFloat64);
        fillFolds(where);
    }

    LearningStep step(const RunContext& run)
    {
        LearningStep step;
        if (m_known.size() >= kFewest)
            measure(step, run);
        if (m_known.size() >= kFewestTried)
            step.orderGain = orderGain();
        SegmentPlaces asked = m_known;
        askForTypical(m_rows, asked, typicalCount(m_segments.size()), costs());
        askForLabels(m_rows, m_labels, asked, m_segments.size(), costs());
        const torch::Tensor expected = expectations();
        for (std::size_t i = m_known.size(); i < asked.size(); ++i) {
            const auto place = static_cast<std::size_t>(asked[i]);
            step.next.push_back({m_segments.ids[place],
                                 m_segments.spans.empty() ? Interval{} : m_segments.spans[place],
                                 expected[asked[i]].item<double>()});
        }
        run.tick(1, 1);
        return step;
    }

private:
    /// By video, as far as there are several with known labels.
    void fillFolds(const std::string& where)
    {
        std::vector<std::string> ids;
        std::set<std::string> videos;
        for (const std::int64_t place : m_known) {
            ids.push_back(m_segments.ids[static_cast<std::size_t>(place)]);
            videos.insert(videoOfSegment(ids.back()));
        }
        m_foldCount = std::min(m_settings.folds, videos.size());
        if (m_foldCount >= 2) {
            m_folds = videoFolds(ids, m_foldCount, m_settings.seed, where);
            return;
        }
        m_foldCount = m_settings.folds;
        for (std::size_t i = 0; i < ids.size(); ++i)
            m_folds.push_back(i % m_foldCount);
    }

    std::vector<double> costs() const
    {
        std::vector<double> costs;
        for (const Interval& span : m_segments.spans)
            costs.push_back(kPlayedAnyway + span.length());
        return costs;
    }

    torch::Tensor at(const SegmentPlaces& places) const { return torch::tensor(places, torch::kInt64); }

    RidgeFit learnt(const SegmentPlaces& places) const
    {
        return ridgeFit(m_rows.index_select(0, at(places)),
                        m_labels.index_select(0, at(places)).unsqueeze(1));
    }

    /// What is said of the known segments by what is learnt from some of them. @param taken  places in
    /// m_known
    torch::Tensor outOfFold(const std::vector<std::size_t>& taken) const
    {
        torch::Tensor said = torch::zeros({static_cast<std::int64_t>(m_known.size())}, torch::kFloat64);
        for (std::size_t fold = 0; fold < m_foldCount; ++fold) {
            SegmentPlaces teaching, asked, targets;
            for (const std::size_t i : taken) {
                if (m_folds[i] != fold)
                    teaching.push_back(m_known[i]);
            }
            for (std::size_t i = 0; i < m_known.size(); ++i) {
                if (m_folds[i] == fold) {
                    asked.push_back(m_known[i]);
                    targets.push_back(static_cast<std::int64_t>(i));
                }
            }
            if (teaching.size() < 3 || asked.empty())
                continue;
            std::ranges::sort(teaching); // sums are in the same order, however they were drawn
            said.index_copy_(0, at(targets),
                             learnt(teaching).of(m_rows.index_select(0, at(asked))).squeeze(1));
        }
        return said;
    }

    std::vector<std::size_t> sizes() const
    {
        std::vector<std::size_t> sizes;
        for (std::size_t k = 1; k <= kPoints; ++k) {
            const std::size_t size = m_known.size() * k / kPoints;
            if (size >= kFewest / 2 && (sizes.empty() || size > sizes.back()))
                sizes.push_back(size);
        }
        return sizes;
    }

    void measure(LearningStep& step, const RunContext& run) const
    {
        const torch::Tensor known = m_labels.index_select(0, at(m_known));
        const std::vector<std::size_t> counts = sizes();
        std::mt19937_64 random(m_settings.seed * 7919 + m_known.size());
        std::vector<double> sums(counts.size(), 0.0), gains, levels;
        for (std::size_t draw = 0; draw < kDraws; ++draw) {
            std::vector<std::size_t> order(m_known.size());
            std::iota(order.begin(), order.end(), 0);
            shuffleSeeded(order, random);
            SegmentPlaces judged; // drawn with replacement: how sure the figure itself is
            for (std::size_t i = 0; i < order.size(); ++i)
                judged.push_back(static_cast<std::int64_t>(random() % order.size()));
            std::vector<double> values;
            for (std::size_t k = 0; k < counts.size(); ++k) {
                const torch::Tensor said
                    = outOfFold({order.begin(), order.begin() + static_cast<std::ptrdiff_t>(counts[k])});
                sums[k] += correlationOf(said, known);
                values.push_back(
                    correlationOf(said.index_select(0, at(judged)), known.index_select(0, at(judged))));
            }
            gains.push_back(gainOf(counts, values));
            levels.push_back(values.back() + gains.back());
            run.tick(draw + 1, kDraws + 1);
        }
        for (std::size_t k = 0; k < counts.size(); ++k)
            step.curve.push_back({counts[k], sums[k] / static_cast<double>(kDraws)});
        std::vector<std::size_t> all(m_known.size());
        std::iota(all.begin(), all.end(), 0);
        step.error = (outOfFold(all) - known).square().mean().sqrt().item<double>();
        std::ranges::sort(gains);
        std::ranges::sort(levels);
        const double mean
            = std::accumulate(gains.begin(), gains.end(), 0.0) / static_cast<double>(gains.size());
        step.outlook = {std::min(m_settings.more, m_segments.size() - m_known.size()),
                        std::min(1.0, step.curve.back().correlation + mean), levels[kDraws / 20],
                        std::min(1.0, levels[kDraws - 1 - kDraws / 20]), gains[kDraws - 1 - kDraws / 20]};
    }

    /// What so many more labels bring, by a line through the values over 1 / n that does not fall.
    double gainOf(const std::vector<std::size_t>& counts, const std::vector<double>& values) const
    {
        const auto x = [](std::size_t n) { return 1.0 / static_cast<double>(n); };
        double meanX = 0.0, meanY = 0.0;
        for (std::size_t k = 0; k < counts.size(); ++k) {
            meanX += x(counts[k]) / static_cast<double>(counts.size());
            meanY += values[k] / static_cast<double>(counts.size());
        }
        double both = 0.0, squares = 0.0;
        for (std::size_t k = 0; k < counts.size(); ++k) {
            both += (x(counts[k]) - meanX) * (values[k] - meanY);
            squares += (x(counts[k]) - meanX) * (x(counts[k]) - meanX);
        }
        const double slope = squares > 0.0 ? std::min(0.0, both / squares) : 0.0;
        const std::size_t more = std::min(m_settings.more, m_segments.size() - m_known.size());
        return slope * (x(m_known.size() + more) - x(m_known.size()));
    }

    /// Within each fold, of what is learnt from some of the others. @param taken  places in m_known
    double taughtBy(const std::vector<std::size_t>& taken, const std::vector<std::size_t>& among,
                    const torch::Tensor& curved) const
    {
        double sum = 0.0;
        for (std::size_t fold = 0; fold < m_foldCount; ++fold) {
            SegmentPlaces teaching, asked;
            for (const std::size_t i : taken) {
                if (m_folds[i] != fold)
                    teaching.push_back(m_known[i]);
            }
            for (const std::size_t i : among) {
                if (m_folds[i] == fold)
                    asked.push_back(m_known[i]);
            }
            if (teaching.size() < 3 || asked.size() < 3)
                continue;
            std::ranges::sort(teaching);
            const torch::Tensor said = ridgeFit(curved.index_select(0, at(teaching)),
                                                m_labels.index_select(0, at(teaching)).unsqueeze(1))
                                           .of(curved.index_select(0, at(asked)))
                                           .squeeze(1);
            sum += correlationOf(said, m_labels.index_select(0, at(asked)))
                / static_cast<double>(m_foldCount);
        }
        return sum;
    }

    /// Typical segments of the known ones beside as many at random, for a learner that is not linear.
    LearningStep::OrderGain orderGain() const
    {
        constexpr std::size_t draws = 10, byChance = 3, part = 4;
        constexpr double quantile = 2.262; // Student's t of ten draws
        const torch::Tensor curved = curvedRows(m_rows, m_settings.seed);
        std::mt19937_64 random(m_settings.seed * 104729 + m_known.size());
        std::vector<std::size_t> order(m_known.size());
        std::iota(order.begin(), order.end(), 0);
        std::vector<double> gains;
        for (std::size_t draw = 0; draw < draws; ++draw) {
            shuffleSeeded(order, random);
            const std::vector<std::size_t> among(
                order.begin(), order.begin() + static_cast<std::ptrdiff_t>(order.size() * 4 / 5));
            SegmentPlaces places, typical;
            for (const std::size_t i : among)
                places.push_back(m_known[i]);
            askForTypical(m_rows.index_select(0, at(places)), typical, among.size() / part);
            std::vector<std::size_t> taken;
            for (const std::int64_t place : typical)
                taken.push_back(among[static_cast<std::size_t>(place)]);
            double gain = taughtBy(taken, among, curved);
            for (std::size_t k = 0; k < byChance; ++k) {
                std::vector<std::size_t> chance = among;
                shuffleSeeded(chance, random);
                chance.resize(taken.size());
                gain -= taughtBy(chance, among, curved) / static_cast<double>(byChance);
            }
            gains.push_back(gain);
        }
        const double mean = std::accumulate(gains.begin(), gains.end(), 0.0) / static_cast<double>(draws);
        double squares = 0.0;
        for (const double gain : gains)
            squares += (gain - mean) * (gain - mean);
        const double half
            = quantile * std::sqrt(squares / static_cast<double>(draws - 1) / static_cast<double>(draws));
        return {mean, mean - half, mean + half};
    }

    torch::Tensor expectations() const
    {
        if (m_known.size() < 3)
            return torch::full({m_rows.size(0)},
                               m_known.empty() ? 0.0
                                               : m_labels.index_select(0, at(m_known)).mean().item<double>(),
                               torch::kFloat64);
        return learnt(m_known).of(m_rows).squeeze(1);
    }

    const LearningRoundSettings m_settings;
    const FoldData& m_segments;
    const torch::Tensor m_rows; ///< N × D
    torch::Tensor m_labels; ///< N, NaN where they are not known
    SegmentPlaces m_known;
    std::vector<std::size_t> m_folds; ///< one per known segment
    std::size_t m_foldCount = 0;
};

}

LearningStep learningRound(const FoldData& segments, const LearningRoundSettings& settings,
                           const std::string& where, const RunContext& run)
{
    const TorchThreads torchThreads(1); // sums are in the same order on all machines
    const torch::NoGradGuard noGradient;
    return Round(segments, settings, where).step(run);
}

}
