#include "engine/segment_agreement/gamma.h"

#include "engine/numbers/draws.h"
#include "engine/numbers/row_blocks.h"
#include "engine/segment_agreement/unit_alignment.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace engine {

namespace {

constexpr double kNoDisorder = 1e-12;
constexpr int kPivotAttempts = 100;

/// The places that a sample's raters are real ones turned by.
struct SampledRater {
    std::uint32_t rater = 0;
    double pivot = 0.0;
};

class GammaMaker {
public:
    GammaMaker(const std::vector<MarkedVideo>& videos, const GammaOptions& options, const RunContext& run)
        : m_options(options)
        , m_run(run)
        , m_draws(options.seed)
    {
        m_result.statistic.key = "gamma";
        m_result.statistic.name = "Gamma";
        m_result.statistic.rule
            = fmt::format("position weight {}, name weight {}{}", options.positionWeight, options.nameWeight,
                          options.distances.empty() ? "" : ", distances of names");
        if (Sentence obstacle = choose(videos); !obstacle.empty())
            m_result.statistic.refuse(std::move(obstacle));
        else
            compute();
        m_result.statistic.units = m_total;
        m_result.statistic.raters = m_raters.size();
    }

    Gamma take() { return std::move(m_result); }

private:
    /// Keeps the videos that all did. @return  why there is no figure; empty: there may be one
    Sentence choose(const std::vector<MarkedVideo>& videos)
    {
        std::vector<MarkedVideo> shared;
        std::ranges::copy_if(videos, std::back_inserter(shared),
                             [](const MarkedVideo& video) { return video.raters.size() > 1; });
        m_result.statistic.drop("videos with one rater", videos.size() - shared.size());
        m_raters = markedRaters(shared);
        if (m_raters.size() < 2)
            return {"Fewer than two raters."};
        const std::size_t before = shared.size();
        std::erase_if(shared,
                      [&](const MarkedVideo& video) { return video.raters.size() < m_raters.size(); });
        m_result.statistic.drop("videos that not all raters did", before - shared.size());
        if (shared.empty())
            return {"No video was done by all raters."};
        place(shared);
        if (m_hasPoints)
            return {"Points have no length."};
        if (m_total == 0)
            return {"Nobody marked anything."};
        return {};
    }

    /// Units of each video, and of each rater on the ring.
    void place(const std::vector<MarkedVideo>& videos)
    {
        const std::vector<std::string> names = segmentNames(videos);
        setDistances(names);
        m_ring.resize(m_raters.size());
        for (const MarkedVideo& video : videos) {
            std::vector<PlacedUnit> units;
            std::uint32_t rater = 0;
            for (const auto& [who, segments] : video.raters) {
                for (const NamedSegment& segment : segments) {
                    const auto name = static_cast<std::uint32_t>(std::ranges::lower_bound(names, segment.name)
                                                                 - names.begin());
                    const auto [start, end] = segment.interval;
                    m_hasPoints = m_hasPoints || end <= start;
                    units.push_back({start, end, rater, name});
                    const double offset = m_length - video.span.start;
                    m_ring[rater].push_back({start + offset, end + offset, rater, name});
                    m_meanLength += end - start;
                }
                ++rater;
            }
            m_total += units.size();
            m_videos.push_back(std::move(units));
            m_length += video.span.length();
        }
        m_meanLength = m_total > 0 ? m_meanLength / static_cast<double>(m_total) : 0.0;
    }

    void setDistances(const std::vector<std::string>& names)
    {
        m_distance = {m_options.positionWeight, m_options.nameWeight, names.size(), {}};
        if (m_options.distances.empty())
            return;
        m_distance.between.assign(names.size() * names.size(), 1.0);
        for (std::size_t a = 0; a < names.size(); ++a) {
            for (std::size_t b = a + 1; b < names.size(); ++b) {
                const auto found = m_options.distances.find({names[a], names[b]});
                const double apart = found == m_options.distances.end() ? 1.0 : found->second;
                m_distance.between[a * names.size() + b] = apart;
                m_distance.between[b * names.size() + a] = apart;
            }
        }
    }

    void compute()
    {
        const double perUnit = static_cast<double>(m_raters.size());
        const std::vector<AlignmentDisorder> own = disordersOf(m_videos);
        for (const AlignmentDisorder& video : own)
            m_result.observed += video.sum;
        m_result.observed /= static_cast<double>(m_total) / perUnit;

        std::vector<double> disorders;
        std::size_t wanted = std::max<std::size_t>(2, m_options.samples.value_or(m_options.leastSamples));
        sample(disorders, wanted);
        if (!m_options.samples && meanOf(disorders) > 0.0) {
            const double needed = std::ceil(
                std::pow(1.96 * deviationOf(disorders) / meanOf(disorders) / m_options.precision, 2));
            wanted = std::min(m_options.mostSamples,
                              std::max(wanted, static_cast<std::size_t>(std::min(needed, 1e9))));
            sample(disorders, wanted);
        }
        m_result.samples = disorders.size();
        m_result.expected = meanOf(disorders);
        m_result.expectedHalfWidth
            = 1.96 * deviationOf(disorders) / std::sqrt(static_cast<double>(disorders.size()));
        Statistic& statistic = m_result.statistic;
        if (m_result.expected <= kNoDisorder)
            statistic.refuse({"No disorder is to be expected."});
        else
            statistic.give(1.0 - m_result.observed / m_result.expected);
        statistic.terms = {{"observed", m_result.observed},
                           {"expected", m_result.expected},
                           {"expected_half_width", m_result.expectedHalfWidth},
                           {"samples", static_cast<double>(m_result.samples)},
                           {"approximate", static_cast<double>(m_result.approximate)},
                           {"seed", static_cast<double>(m_options.seed)}};
        if (m_result.approximate > 0)
            statistic.rule += fmt::format(", about: {} alignments had too many ways to compare all",
                                          m_result.approximate);
    }

    std::vector<AlignmentDisorder> disordersOf(const std::vector<std::vector<PlacedUnit>>& units)
    {
        std::vector<AlignmentDisorder> disorders(units.size());
        inRowBlocks(units.size(), 1, m_run, [&](std::size_t first, std::size_t) {
            if (!units[first].empty())
                disorders[first] = leastDisorder(units[first], m_raters.size(), m_distance, m_run);
        });
        for (const AlignmentDisorder& disorder : disorders)
            m_result.approximate += disorder.isExact ? 0 : 1;
        return disorders;
    }

    /// Draws samples until there are `wanted`, a few at a time.
    void sample(std::vector<double>& disorders, std::size_t wanted)
    {
        constexpr std::size_t together = 8;
        while (disorders.size() < wanted) {
            m_run.tick(disorders.size(), wanted);
            std::vector<std::vector<PlacedUnit>> sampled;
            for (std::size_t i = disorders.size(); i < wanted && sampled.size() < together; ++i)
                sampled.push_back(drawSample());
            const std::vector<AlignmentDisorder> found = disordersOf(sampled);
            for (std::size_t i = 0; i < sampled.size(); ++i) {
                const double count = static_cast<double>(sampled[i].size());
                disorders.push_back(
                    count > 0.0 ? found[i].sum / (count / static_cast<double>(m_raters.size())) : 0.0);
            }
        }
    }

    std::vector<PlacedUnit> drawSample()
    {
        std::vector<PlacedUnit> units;
        std::vector<double> pivots;
        for (std::uint32_t place = 0; place < m_raters.size(); ++place) {
            const std::uint32_t who = m_draws.below(static_cast<std::uint32_t>(m_raters.size()));
            const double pivot = drawPivot(pivots);
            pivots.push_back(pivot);
            for (const PlacedUnit& unit : m_ring[who]) {
                const double start = turned(unit.start, pivot);
                units.push_back({start, start + (unit.end - unit.start), place, unit.name});
            }
        }
        return units;
    }

    double turned(double start, double pivot) const
    {
        const double at = std::fmod(start + pivot, m_length);
        return at < 0.0 ? at + m_length : at;
    }

    double drawPivot(const std::vector<double>& before)
    {
        double pivot = 0.0;
        for (int attempt = 0; attempt < kPivotAttempts; ++attempt) {
            pivot = m_draws.uniform() * m_length;
            const auto isApart = [&](double other) {
                const double apart = std::abs(pivot - other);
                return std::min(apart, m_length - apart) >= m_meanLength / 2.0;
            };
            if (std::ranges::all_of(before, isApart))
                break;
        }
        return pivot;
    }

    static double meanOf(const std::vector<double>& values)
    {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    }
    static double deviationOf(const std::vector<double>& values)
    {
        const double mean = meanOf(values);
        double squares = 0.0;
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        return std::sqrt(squares / static_cast<double>(values.size() - 1));
    }

    GammaOptions m_options;
    const RunContext& m_run;
    Draws m_draws;
    UnitDistance m_distance;
    std::vector<std::string> m_raters;
    std::vector<std::vector<PlacedUnit>> m_videos; ///< units of each video
    std::vector<std::vector<PlacedUnit>> m_ring; ///< by rater: the units of all videos, end to end
    double m_length = 0.0; ///< of the ring
    double m_meanLength = 0.0; ///< of a unit
    std::size_t m_total = 0; ///< units
    bool m_hasPoints = false;
    Gamma m_result;
};

}

Gamma gammaAgreement(const std::vector<MarkedVideo>& videos, const GammaOptions& options,
                     const RunContext& run)
{
    return GammaMaker(sortedVideos(videos), options, run).take();
}

NameDistances scaleDistances(const std::vector<std::string>& names)
{
    std::vector<double> values;
    for (const std::string& name : names) {
        double value = 0.0;
        const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), value);
        if (failure != std::errc() || end != name.data() + name.size() || !std::isfinite(value))
            return {};
        values.push_back(value);
    }
    if (values.empty())
        return {};
    const auto [least, most] = std::ranges::minmax(values);
    NameDistances distances;
    for (std::size_t a = 0; most > least && a < names.size(); ++a) {
        for (std::size_t b = 0; b < names.size(); ++b) {
            if (names[a] < names[b])
                distances[{names[a], names[b]}] = std::abs(values[a] - values[b]) / (most - least);
        }
    }
    return distances;
}

}
