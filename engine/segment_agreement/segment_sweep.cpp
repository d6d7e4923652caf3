#include "engine/segment_agreement/segment_sweep.h"

#include "engine/agreement/boundaries.h"
#include "engine/numbers/quantiles.h"
#include "engine/numbers/row_blocks.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kRatioRounding = 1e-12;
constexpr double kEdgeRounding = 1e-9; // 0.12 − 0.10 is a little more than 0.02

struct MatchedSegments {
    const NamedSegment* first = nullptr;
    const NamedSegment* second = nullptr;
    double overlapRatio = 0.0;
};

/// The most pairs that are no farther apart: from left to right is best on a line.
std::size_t pairsWithin(const std::vector<double>& first, const std::vector<double>& second, double tolerance)
{
    std::size_t pairs = 0;
    for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
        if (std::abs(first[i] - second[j]) <= tolerance + kEdgeRounding) {
            ++pairs;
            ++i;
            ++j;
        } else if (first[i] < second[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return pairs;
}

/// Boundaries turned round the video, sorted again. @param shift  0 to the video's length
void turnBy(const std::vector<double>& boundaries, Interval span, double shift, std::vector<double>& turned)
{
    turned.clear();
    std::size_t stay = 0; // those before do not go beyond the end
    for (const double boundary : boundaries) {
        const double place = boundary - span.start + shift;
        const bool isBeyond = place >= span.length();
        stay += isBeyond ? 0 : 1;
        turned.push_back((isBeyond ? place - span.length() : place) + span.start);
    }
    std::ranges::rotate(turned, turned.begin() + static_cast<std::ptrdiff_t>(stay));
}

class PairSweep {
public:
    PairSweep(const std::vector<MarkedVideo>& videos, const std::string& first, const std::string& second)
    {
        m_sweep.first = first;
        m_sweep.second = second;
        for (const MarkedVideo& video : videos) {
            const auto a = video.raters.find(first);
            const auto b = video.raters.find(second);
            if (a == video.raters.end() || b == video.raters.end())
                continue;
            m_sweep.segments[0] += a->second.size();
            m_sweep.segments[1] += b->second.size();
            match(a->second, b->second);
            m_edges.push_back({boundariesWithin(a->second, video.span),
                               boundariesWithin(b->second, video.span), video.span});
        }
    }

    bool hasVideos() const { return !m_edges.empty(); }

    void addFound(double overlap)
    {
        std::vector<MatchedSegments> kept;
        std::ranges::copy_if(m_matches, std::back_inserter(kept), [&](const MatchedSegments& match) {
            return match.overlapRatio >= overlap - kRatioRounding;
        });
        FoundSegments found{overlap, kept.size(), {}, {}, {}};
        const std::size_t all = m_sweep.segments[0] + m_sweep.segments[1];
        if (all > 0)
            found.f.value = 2.0 * static_cast<double>(kept.size()) / static_cast<double>(all);
        else
            found.f.reason = {"Nobody marked anything."};
        name(kept, found);
        m_sweep.found.push_back(std::move(found));
    }

    void addEdges(const std::vector<double>& tolerances, std::size_t turns, const RunContext& run)
    {
        std::size_t boundaries = 0;
        std::vector<std::size_t> pairs(tolerances.size());
        std::vector<double> chances(tolerances.size());
        for (const Edges& edges : m_edges) {
            run.tick(0, 1);
            boundaries += edges.first.size() + edges.second.size();
            for (std::size_t i = 0; i < tolerances.size(); ++i)
                pairs[i] += pairsWithin(edges.first, edges.second, tolerances[i]);
            addChances(edges, tolerances, turns, chances);
        }
        for (std::size_t i = 0; i < tolerances.size(); ++i) {
            EdgeAgreement edge{tolerances[i], {}, {}, {}};
            if (boundaries == 0)
                edge.f.reason = edge.expected.reason = edge.beyond.reason = {"Nobody set a boundary."};
            else
                fill(edge, static_cast<double>(pairs[i]), chances[i], static_cast<double>(boundaries));
            m_sweep.edge.push_back(std::move(edge));
        }
    }

    SegmentSweep take()
    {
        std::vector<double> starts;
        std::vector<double> ends;
        std::vector<double> sizes;
        for (const MatchedSegments& match : m_matches) {
            starts.push_back(match.second->interval.start - match.first->interval.start);
            ends.push_back(match.second->interval.end - match.first->interval.end);
            sizes.push_back(std::abs(starts.back()));
            sizes.push_back(std::abs(ends.back()));
        }
        if (!starts.empty()) {
            m_sweep.startsLater = median(starts);
            m_sweep.endsLater = median(ends);
            m_sweep.medianDeviation = median(sizes);
        }
        return std::move(m_sweep);
    }

private:
    struct Edges {
        std::vector<double> first;
        std::vector<double> second;
        Interval span;
    };

    static void addChances(const Edges& edges, const std::vector<double>& tolerances, std::size_t turns,
                           std::vector<double>& chances)
    {
        if (edges.first.empty() || edges.second.empty())
            return;
        std::vector<double> turned;
        std::vector<std::size_t> pairs(tolerances.size());
        for (std::size_t turn = 0; turn < turns; ++turn) {
            const double part = (static_cast<double>(turn) + 0.5) / static_cast<double>(turns);
            turnBy(edges.second, edges.span, part * edges.span.length(), turned);
            for (std::size_t i = 0; i < tolerances.size(); ++i)
                pairs[i] += pairsWithin(edges.first, turned, tolerances[i]);
        }
        for (std::size_t i = 0; i < tolerances.size(); ++i)
            chances[i] += static_cast<double>(pairs[i]) / static_cast<double>(turns);
    }

    static void fill(EdgeAgreement& edge, double pairs, double chance, double boundaries)
    {
        const double f = 2.0 * pairs / boundaries;
        const double expected = 2.0 * chance / boundaries;
        edge.f.value = f;
        edge.expected.value = expected;
        if (expected < 1.0 - kRatioRounding)
            edge.beyond.value = (f - expected) / (1.0 - expected);
        else
            edge.beyond.reason = {"Chance alone reaches 1."};
    }

    void match(const std::vector<NamedSegment>& first, const std::vector<NamedSegment>& second)
    {
        for (const SegmentMatch& match : matchSegments(intervalsOf(first), intervalsOf(second)))
            m_matches.push_back({&first[match.first], &second[match.second], match.overlapRatio});
    }

    static void name(const std::vector<MatchedSegments>& kept, FoundSegments& found)
    {
        if (kept.empty()) {
            found.sameName.reason = found.kappa.reason = {"Nothing was found by both."};
            return;
        }
        std::size_t same = 0;
        std::map<std::string, std::pair<double, double>> counts;
        for (const MatchedSegments& match : kept) {
            same += match.first->name == match.second->name ? 1 : 0;
            counts[match.first->name].first += 1.0;
            counts[match.second->name].second += 1.0;
        }
        const auto all = static_cast<double>(kept.size());
        const double agreed = static_cast<double>(same) / all;
        double expected = 0.0;
        for (const auto& [term, count] : counts)
            expected += count.first * count.second;
        expected /= all * all;
        found.sameName.value = agreed;
        if (expected < 1.0 - kRatioRounding)
            found.kappa.value = (agreed - expected) / (1.0 - expected);
        else
            found.kappa.reason = {"Both always say one and the same."};
    }

    SegmentSweep m_sweep;
    std::vector<MatchedSegments> m_matches; ///< of all videos; into the videos
    std::vector<Edges> m_edges; ///< of each video
};

}

std::vector<SegmentSweep> segmentSweeps(const std::vector<MarkedVideo>& videos,
                                        const SegmentSweepOptions& options, const RunContext& run)
{
    const std::vector<MarkedVideo> sorted = sortedVideos(videos);
    const std::vector<std::string> raters = markedRaters(sorted);
    std::vector<std::pair<std::string, std::string>> pairs;
    for (std::size_t a = 0; a < raters.size(); ++a) {
        for (std::size_t b = a + 1; b < raters.size(); ++b)
            pairs.emplace_back(raters[a], raters[b]);
    }
    std::vector<std::optional<SegmentSweep>> made(pairs.size());
    inRowBlocks(pairs.size(), 1, run, [&](std::size_t i, std::size_t) {
        PairSweep sweep(sorted, pairs[i].first, pairs[i].second);
        if (!sweep.hasVideos())
            return;
        for (const double overlap : options.overlaps)
            sweep.addFound(overlap);
        sweep.addEdges(options.tolerances, options.turns, {run.stop, {}});
        made[i] = sweep.take();
    });
    std::vector<SegmentSweep> sweeps;
    for (std::optional<SegmentSweep>& sweep : made) {
        if (sweep)
            sweeps.push_back(*std::move(sweep));
    }
    return sweeps;
}

}
