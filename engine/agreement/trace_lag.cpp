#include "engine/agreement/trace_lag.h"

#include "engine/numbers/pair_sums.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr int kMostTurns = 20;
constexpr double kLeastShare = 0.3; // of the frames that two traces must share

/// r of a trace that is `frames` late and a reference. @param frames  may be negative
std::optional<double> correlationWhenLate(const TraceFrames& trace, const TraceFrames& reference,
                                          std::ptrdiff_t frames, std::size_t least)
{
    PairSums sums;
    const auto size = static_cast<std::ptrdiff_t>(std::min(trace.size(), reference.size()));
    for (std::ptrdiff_t t = std::max<std::ptrdiff_t>(0, -frames); t < size && t + frames < size; ++t) {
        const auto& late = trace[static_cast<std::size_t>(t + frames)];
        const auto& now = reference[static_cast<std::size_t>(t)];
        if (late && now)
            sums.add(*late, *now);
    }
    return sums.size() >= static_cast<double>(std::max<std::size_t>(least, 3)) ? sums.correlation()
                                                                               : std::nullopt;
}

/// The lag, in frames, at which `score` is largest, with the parabola through its neighbours; absent: it is
/// nowhere defined.
template <typename Score>
std::optional<double> bestLag(std::ptrdiff_t first, std::ptrdiff_t last, Score score)
{
    std::optional<std::ptrdiff_t> best;
    double most = 0.0;
    for (std::ptrdiff_t lag = first; lag <= last; ++lag) {
        const std::optional<double> here = score(lag);
        if (here && (!best || *here > most)) {
            best = lag;
            most = *here;
        }
    }
    if (!best)
        return std::nullopt;
    const auto before = score(*best - 1), after = score(*best + 1);
    if (!before || !after || *best == first || *best == last)
        return static_cast<double>(*best);
    const double bend = *before - 2.0 * most + *after;
    const double aside = bend < 0.0 ? std::clamp(0.5 * (*before - *after) / bend, -0.5, 0.5) : 0.0;
    return static_cast<double>(*best) + aside;
}

std::size_t leastShared(const TraceFrames& trace)
{
    const auto rated = std::ranges::count_if(trace, [](const auto& value) { return value.has_value(); });
    return static_cast<std::size_t>(kLeastShare * static_cast<double>(rated));
}

class LagFinder {
public:
    LagFinder(const std::vector<TraceFrames>& raters, const LagSettings& settings)
        : m_raters(raters)
        , m_rate(settings.rate)
        , m_longest(static_cast<std::ptrdiff_t>(std::lround(settings.longest * settings.rate)))
        , m_lags(raters.size(), 0.0)
    {
    }

    TraceLags find(const std::vector<TraceFrames>& sources)
    {
        for (int turn = 0; turn < kMostTurns && m_raters.size() > 1; ++turn) {
            if (!moveEach())
                break;
        }
        TraceLags result;
        const std::optional<double> together = sources.empty() ? std::nullopt : againstSignals(sources);
        result.isAbsolute = together.has_value();
        const double least = leastLag();
        for (std::size_t i = 0; i < m_raters.size(); ++i) {
            const bool isKnown = m_lags[i] && (m_raters.size() > 1 || together);
            const double base = together ? *together : -least;
            result.seconds.push_back(isKnown ? std::optional(std::max(0.0, *m_lags[i] + base) / m_rate)
                                             : std::nullopt);
        }
        return result;
    }

private:
    double leastLag() const
    {
        double least = 0.0;
        bool isFirst = true;
        for (const auto& lag : m_lags) {
            if (lag && (isFirst || *lag < least)) {
                least = *lag;
                isFirst = false;
            }
        }
        return least;
    }

    std::vector<TraceFrames> movedBack(std::optional<std::size_t> without) const
    {
        std::vector<TraceFrames> moved;
        for (std::size_t i = 0; i < m_raters.size(); ++i) {
            if (i != without && m_lags[i])
                moved.push_back(sooner(m_raters[i], *m_lags[i] / m_rate, m_rate));
        }
        return moved;
    }

    bool moveEach()
    {
        bool hasMoved = false;
        for (std::size_t i = 0; i < m_raters.size(); ++i) {
            const TraceFrames others = standardMean(movedBack(i));
            const std::size_t least = leastShared(m_raters[i]);
            const auto lag = bestLag(-m_longest, m_longest, [&](std::ptrdiff_t frames) {
                return correlationWhenLate(m_raters[i], others, frames, least);
            });
            hasMoved = hasMoved || lag.has_value() != m_lags[i].has_value()
                || (lag && std::abs(*lag - *m_lags[i]) > 0.05);
            m_lags[i] = lag;
        }
        return hasMoved;
    }

    /// By how many frames more all are late, by the sum of r² with each source.
    std::optional<double> againstSignals(const std::vector<TraceFrames>& sources) const
    {
        const TraceFrames all = standardMean(movedBack(std::nullopt));
        const std::size_t least = leastShared(all);
        const auto first = static_cast<std::ptrdiff_t>(std::ceil(-leastLag()));
        return bestLag(first, first + m_longest, [&](std::ptrdiff_t frames) -> std::optional<double> {
            double sum = 0.0;
            bool isKnown = false;
            for (const TraceFrames& source : sources) {
                if (const auto r = correlationWhenLate(all, source, frames, least)) {
                    sum += *r * *r;
                    isKnown = true;
                }
            }
            return isKnown ? std::optional(sum) : std::nullopt;
        });
    }

    const std::vector<TraceFrames>& m_raters;
    double m_rate;
    std::ptrdiff_t m_longest;
    std::vector<std::optional<double>> m_lags; ///< frames
};

}

TraceLags traceLags(const std::vector<TraceFrames>& raters, const std::vector<TraceFrames>& sources,
                    const LagSettings& settings)
{
    return LagFinder(raters, settings).find(sources);
}

TraceFrames sooner(const TraceFrames& trace, double seconds, double rate)
{
    TraceFrames moved(trace.size());
    const double frames = seconds * rate;
    const auto whole = static_cast<std::ptrdiff_t>(std::floor(frames));
    const double part = frames - static_cast<double>(whole);
    const auto at = [&](std::ptrdiff_t place) -> std::optional<double> {
        return place >= 0 && place < static_cast<std::ptrdiff_t>(trace.size())
            ? trace[static_cast<std::size_t>(place)]
            : std::nullopt;
    };
    for (std::size_t t = 0; t < moved.size(); ++t) {
        const auto place = static_cast<std::ptrdiff_t>(t) + whole;
        const auto left = at(place);
        if (part < 1e-9) {
            moved[t] = left;
            continue;
        }
        const auto right = at(place + 1);
        if (left && right)
            moved[t] = *left + part * (*right - *left);
    }
    return moved;
}

std::optional<double> traceCorrelation(const TraceFrames& a, const TraceFrames& b, std::size_t least)
{
    return correlationWhenLate(a, b, 0, least);
}

TraceFrames standardMean(const std::vector<TraceFrames>& traces)
{
    std::size_t longest = 0;
    for (const TraceFrames& trace : traces)
        longest = std::max(longest, trace.size());
    std::vector<double> sums(longest), counts(longest);
    for (const TraceFrames& trace : traces) {
        double count = 0.0, mean = 0.0, squares = 0.0;
        for (const auto& value : trace) {
            if (!value)
                continue;
            ++count;
            const double apart = *value - mean;
            mean += apart / count;
            squares += apart * (*value - mean);
        }
        const double deviation = count > 0.0 ? std::sqrt(squares / count) : 0.0;
        if (deviation <= 1e-12)
            continue;
        for (std::size_t t = 0; t < trace.size(); ++t) {
            if (trace[t]) {
                sums[t] += (*trace[t] - mean) / deviation;
                ++counts[t];
            }
        }
    }
    TraceFrames mean(longest);
    for (std::size_t t = 0; t < longest; ++t) {
        if (counts[t] > 0.0)
            mean[t] = sums[t] / counts[t];
    }
    return mean;
}

}
