#include "engine/segment_agreement/unitizing.h"

#include "engine/numbers/draws.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace engine {

namespace {

constexpr double kNoDisagreement = 1e-12;
constexpr std::size_t kFewestVideos = 5; // for an interval
constexpr std::size_t kMostDrawnNames = 50; // that have an interval each

/// What a value adds to all sums; of all values, or of moments alone that two raters marked.
struct ValueSums {
    double length = 0.0; ///< l_c.
    double agreed = 0.0; ///< l_cc
    double own = 0.0; ///< S_c
    double markedLength = 0.0; ///< l*_c.
    double markedAgreed = 0.0;
    double markedOwn = 0.0;

    ValueSums& operator+=(const ValueSums& other)
    {
        length += other.length;
        agreed += other.agreed;
        own += other.own;
        markedLength += other.markedLength;
        markedAgreed += other.markedAgreed;
        markedOwn += other.markedOwn;
        return *this;
    }
};

/// A segment or a gap; value 0 is the gap's, names count from 1.
struct Part {
    Interval interval;
    std::size_t value = 0;
};

using Parts = std::vector<Part>;

/// A rater's time in a video as segments and gaps, or why there is no such thing.
struct Partition {
    Parts parts;
    Sentence obstacle;
};

Partition partitionOf(const std::string& rater, const std::vector<NamedSegment>& segments, Interval span,
                      const std::map<std::string, std::size_t>& values)
{
    Partition partition;
    double at = span.start;
    for (const NamedSegment& segment : segments) {
        const auto [start, end] = segment.interval;
        if (end <= start)
            return {{}, {"Points have no length."}};
        if (start < at - kNoDisagreement)
            return {{}, {"Segments of {} overlap. Gamma takes overlaps.", {rater}}};
        if (start > at)
            partition.parts.push_back({{at, start}, 0});
        partition.parts.push_back({segment.interval, values.at(segment.name)});
        at = end;
    }
    if (at > span.end + kNoDisagreement)
        return {{}, {"Segments of {} reach beyond the video.", {rater}}};
    if (at < span.end)
        partition.parts.push_back({{at, span.end}, 0});
    return partition;
}

/// Calls `found(a, b, length)` for each two parts that share time.
template <typename Found>
void eachShared(const Parts& first, const Parts& second, const Found& found)
{
    for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
        if (const double shared = first[i].interval.overlap(second[j].interval); shared > 0.0)
            found(first[i], second[j], shared);
        if (first[i].interval.end < second[j].interval.end)
            ++i;
        else
            ++j;
    }
}

/// What any of these marked, as disjoint intervals in order.
Parts unionOf(std::vector<Interval> marked)
{
    std::ranges::sort(marked);
    Parts parts;
    for (const Interval& interval : marked) {
        if (!parts.empty() && interval.start <= parts.back().interval.end)
            parts.back().interval.end = std::max(parts.back().interval.end, interval.end);
        else
            parts.push_back({interval, 1});
    }
    return parts;
}

/// The sums of one video; only values that occur in the video.
using VideoSums = std::vector<std::pair<std::size_t, ValueSums>>;

class VideoSummer {
public:
    VideoSummer(const std::vector<Parts>& raters, double resolution) : m_raters(raters)
    {
        const double weight = 1.0 / static_cast<double>(raters.size() - 1);
        for (std::size_t a = 0; a < raters.size(); ++a) {
            for (std::size_t b = a + 1; b < raters.size(); ++b)
                addPair(raters[a], raters[b], weight);
            addOwn(a, resolution);
        }
    }

    VideoSums take() { return {m_sums.begin(), m_sums.end()}; }

private:
    void addPair(const Parts& first, const Parts& second, double weight)
    {
        eachShared(first, second, [&](const Part& a, const Part& b, double shared) {
            const double length = shared * weight;
            const bool areMarked = a.value > 0 && b.value > 0;
            for (const std::size_t value : {a.value, b.value}) {
                ValueSums& sums = m_sums[value];
                sums.length += length;
                sums.agreed += a.value == b.value ? length : 0.0;
                sums.markedLength += areMarked ? length : 0.0;
                sums.markedAgreed += areMarked && a.value == b.value ? length : 0.0;
            }
        });
    }

    void addOwn(std::size_t rater, double resolution)
    {
        std::vector<Interval> marked;
        for (std::size_t other = 0; other < m_raters.size(); ++other) {
            for (const Part& part : m_raters[other]) {
                if (other != rater && part.value > 0)
                    marked.push_back(part.interval);
            }
        }
        const Parts& own = m_raters[rater];
        std::map<double, double> pairable; // by the segment's start: what others marked of the segment
        eachShared(own, unionOf(std::move(marked)), [&](const Part& part, const Part&, double shared) {
            pairable[part.interval.start] += shared;
        });
        for (const Part& part : own) {
            const double length = part.interval.length();
            ValueSums& sums = m_sums[part.value];
            sums.own += length * (part.value == 0 ? resolution : length);
            if (const auto found = pairable.find(part.interval.start);
                part.value > 0 && found != pairable.end())
                sums.markedOwn += found->second * found->second;
        }
    }

    const std::vector<Parts>& m_raters;
    std::map<std::size_t, ValueSums> m_sums;
};

/// A value, or why there is none.
struct AlphaOutcome {
    std::optional<double> value;
    const char* reason = "";
};

AlphaOutcome ratioOf(double observed, double expected, const char* why)
{
    if (!(expected > kNoDisagreement))
        return {std::nullopt, why};
    return {1.0 - observed / expected, ""};
}

constexpr const char* kNothingExpected = "No disagreement is to be expected.";

/// The family's figures of summed videos.
class AlphaOfSums {
public:
    explicit AlphaOfSums(const std::vector<ValueSums>& values) : m_values(values)
    {
        double squares = 0.0;
        double markedSquares = 0.0;
        double own = 0.0;
        double markedOwn = 0.0;
        for (const ValueSums& value : values) {
            m_total += value.length;
            m_agreed += value.agreed;
            squares += value.length * value.length;
            own += value.own;
            m_marked += value.markedLength;
            m_markedAgreed += value.markedAgreed;
            markedSquares += value.markedLength * value.markedLength;
            markedOwn += value.markedOwn;
        }
        const double pairs = m_total * m_total - own;
        m_factor = pairs > 0.0 ? m_total / pairs : 0.0;
        m_expected = m_factor * (m_total * m_total - squares);
        m_markedPairs = m_marked * m_marked - markedOwn;
        m_markedExpected
            = hasMarkedMoments() ? m_marked / m_markedPairs * (m_marked * m_marked - markedSquares) : 0.0;
    }

    bool hasTime() const { return m_total > 0.0; }
    bool hasMarkedMoments() const { return m_marked > 0.0 && m_markedPairs > 0.0; }
    AlphaOutcome all() const { return ratioOf(m_total - m_agreed, m_expected, kNothingExpected); }
    AlphaOutcome marked() const
    {
        const ValueSums& gaps = m_values.front();
        return ratioOf(2.0 * (gaps.length - gaps.agreed),
                       2.0 * m_factor * gaps.length * (m_total - gaps.length), kNothingExpected);
    }
    AlphaOutcome named() const
    {
        if (!hasMarkedMoments())
            return {std::nullopt, "No two raters marked the same moment."};
        return ratioOf(m_marked - m_markedAgreed, m_markedExpected, "All that both marked has one name.");
    }
    AlphaOutcome ofName(std::size_t value) const
    {
        const ValueSums& sums = m_values[value];
        if (!(sums.markedLength > 0.0))
            return {std::nullopt, "Never marked by two at once."};
        const double length = sums.markedLength;
        const double chance = length * (m_marked - length) / (length * m_marked - sums.markedOwn);
        return ratioOf((length - sums.markedAgreed) / length, chance, kNothingExpected);
    }

private:
    const std::vector<ValueSums>& m_values;
    double m_total = 0.0; ///< l..
    double m_agreed = 0.0;
    double m_factor = 0.0; ///< l.. / (l..² − Σ S_c)
    double m_expected = 0.0; ///< ε.. − Σ ε_cc
    double m_marked = 0.0; ///< l*..
    double m_markedAgreed = 0.0;
    double m_markedPairs = 0.0;
    double m_markedExpected = 0.0;
};

void fillAlpha(Statistic& statistic, const AlphaOutcome& outcome)
{
    if (outcome.value)
        statistic.give(*outcome.value);
    else
        statistic.refuse({outcome.reason});
}

Statistic namedAlpha(std::string key, std::string name, std::string rule)
{
    Statistic statistic;
    statistic.key = std::move(key);
    statistic.name = std::move(name);
    statistic.rule = std::move(rule);
    return statistic;
}

/// The bootstrap's values of one figure.
struct DrawnAlphas {
    Statistic* statistic = nullptr;
    std::vector<double> values;

    void take(const AlphaOutcome& outcome)
    {
        if (outcome.value)
            values.push_back(*outcome.value);
    }
    void finish(std::size_t draws, std::uint32_t seed)
    {
        if (values.empty() || !statistic->value)
            return;
        statistic->interval = BootstrapInterval{quantile(values, 0.025), quantile(values, 0.975),
                                                values.size(), draws - values.size(), seed};
    }
};

class UnitizingMaker {
public:
    UnitizingMaker(const std::vector<MarkedVideo>& videos, const UnitizingOptions& options)
        : m_options(options)
        , m_names(segmentNames(videos))
    {
        const std::string resolution = fmt::format("shortest length {}", options.resolution);
        m_result.all = namedAlpha("u_alpha", "Unitizing alpha", "where and what, gaps count, " + resolution);
        m_result.marked = namedAlpha("u_alpha_marked", "Unitizing alpha, marked or not",
                                     "marked at all or not, " + resolution);
        m_result.named = namedAlpha("cu_alpha", "Unitizing alpha of names", "names where both marked");
        const Sentence obstacle = sum(videos);
        const std::vector<ValueSums> values = totals();
        const AlphaOfSums alphas(values);
        if (!obstacle.empty())
            refuse(obstacle);
        else if (!alphas.hasTime())
            refuse({"No video was marked by two raters."});
        else
            give(alphas, values);
        for (Statistic* figure : figures()) {
            figure->units = m_segments;
            figure->raters = m_raters;
            figure->drop("videos with one rater", m_single);
        }
    }

    void drawVideos(const RunContext& run)
    {
        if (!m_result.all.value || m_options.draws == 0)
            return;
        if (m_sums.size() < kFewestVideos) {
            for (Statistic* figure : figures())
                figure->rule += fmt::format(", no interval below {} videos", kFewestVideos);
            return;
        }
        std::vector<DrawnAlphas> drawn;
        for (Statistic* figure : figures())
            drawn.push_back({figure, {}});
        drawn.resize(std::min(drawn.size(), 3 + kMostDrawnNames));
        Draws random(m_options.seed);
        std::vector<ValueSums> values(m_names.size() + 1);
        for (std::size_t draw = 0; draw < m_options.draws; ++draw) {
            run.tick(draw, m_options.draws);
            std::ranges::fill(values, ValueSums{});
            for (std::size_t i = 0; i < m_sums.size(); ++i)
                add(m_sums[random.below(static_cast<std::uint32_t>(m_sums.size()))], values);
            const AlphaOfSums alphas(values);
            drawn[0].take(alphas.all());
            drawn[1].take(alphas.marked());
            drawn[2].take(alphas.named());
            for (std::size_t i = 3; i < drawn.size(); ++i)
                drawn[i].take(alphas.hasMarkedMoments() ? alphas.ofName(i - 2) : AlphaOutcome{});
        }
        for (DrawnAlphas& figure : drawn)
            figure.finish(m_options.draws, m_options.seed);
    }

    Unitizing take() { return std::move(m_result); }

private:
    std::vector<Statistic*> figures()
    {
        std::vector<Statistic*> figures{&m_result.all, &m_result.marked, &m_result.named};
        for (NameAgreement& name : m_result.names)
            figures.push_back(&name.statistic);
        return figures;
    }

    void refuse(const Sentence& why)
    {
        for (Statistic* figure : figures())
            figure->refuse(why);
    }

    /// @return  why there is no figure at all; empty: there may be some
    Sentence sum(const std::vector<MarkedVideo>& videos)
    {
        std::map<std::string, std::size_t> values;
        for (std::size_t i = 0; i < m_names.size(); ++i)
            values.emplace(m_names[i], i + 1);
        m_raters = markedRaters(videos).size();
        if (m_raters < 2)
            return {"Fewer than two raters."};
        if (m_names.empty())
            return {"Nobody marked anything."};
        for (const MarkedVideo& video : videos) {
            if (video.raters.size() < 2) {
                ++m_single;
                continue;
            }
            std::vector<Parts> parts;
            for (const auto& [rater, segments] : video.raters) {
                Partition partition = partitionOf(rater, segments, video.span, values);
                if (!partition.obstacle.empty())
                    return partition.obstacle;
                parts.push_back(std::move(partition.parts));
                m_segments += segments.size();
            }
            m_sums.push_back(VideoSummer(parts, m_options.resolution).take());
        }
        return {};
    }

    static void add(const VideoSums& sums, std::vector<ValueSums>& values)
    {
        for (const auto& [value, more] : sums)
            values[value] += more;
    }

    std::vector<ValueSums> totals() const
    {
        std::vector<ValueSums> values(m_names.size() + 1);
        for (const VideoSums& sums : m_sums)
            add(sums, values);
        return values;
    }

    void give(const AlphaOfSums& alphas, const std::vector<ValueSums>& values)
    {
        fillAlpha(m_result.all, alphas.all());
        fillAlpha(m_result.marked, alphas.marked());
        fillAlpha(m_result.named, alphas.named());
        for (std::size_t i = 0; alphas.hasMarkedMoments() && i < m_names.size(); ++i) {
            NameAgreement name{m_names[i],
                               namedAlpha("ku_alpha:" + m_names[i],
                                          fmt::format("Unitizing alpha of {}", m_names[i]),
                                          "where both marked"),
                               std::nullopt};
            fillAlpha(name.statistic, alphas.ofName(i + 1));
            if (const ValueSums& sums = values[i + 1]; sums.length > 0.0) {
                name.coverage = sums.markedLength / sums.length;
                name.statistic.terms = {{"coverage", *name.coverage}};
            }
            m_result.names.push_back(std::move(name));
        }
    }

    UnitizingOptions m_options;
    std::vector<std::string> m_names;
    std::vector<VideoSums> m_sums; ///< of each video with two raters or more
    std::size_t m_raters = 0;
    std::size_t m_segments = 0;
    std::size_t m_single = 0; ///< videos with one rater
    Unitizing m_result;
};

}

Unitizing unitizingAlpha(const std::vector<MarkedVideo>& videos, const UnitizingOptions& options,
                         const RunContext& run)
{
    UnitizingMaker maker(sortedVideos(videos), options);
    maker.drawVideos(run);
    return maker.take();
}

}
