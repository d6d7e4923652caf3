#include "engine/synchrony/recording_offset.h"

#include "engine/core/error.h"
#include "engine/numbers/moments.h"
#include "engine/numbers/quantiles.h"
#include "engine/numbers/shift_products.h"
#include "engine/synchrony/lag_profile.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace engine {

namespace {

constexpr double kMostChange = 12.0; ///< dB from one level to the next

/// How the levels change; both voices and rooms rise and fall alike, whatever their loudness is.
std::vector<double> changesOf(std::span<const double> levels)
{
    std::vector<double> changes(levels.size() - 1);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const double change = std::clamp(levels[i + 1] - levels[i], -kMostChange, kMostChange);
        changes[i] = std::isfinite(change) ? change : 0.0;
    }
    return changes;
}

struct BestShift {
    double samples = 0.0; ///< with a part
    double outstanding = 0.0;
};

std::vector<double> lessMean(std::span<const double> series)
{
    const double mean = meanOf(series);
    std::vector<double> rest(series.begin(), series.end());
    for (double& value : rest)
        value -= mean;
    return rest;
}

/// By how many samples the second series is late, within ± longest.
BestShift bestShift(std::span<const double> a, std::span<const double> b, std::size_t longest)
{
    const auto most = static_cast<std::ptrdiff_t>(longest);
    const std::vector<double> sums = shiftProducts(lessMean(a), lessMean(b), -most, most);
    const auto best = static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin());
    const double middle = median(sums);
    std::vector<double> apart;
    for (const double sum : sums)
        apart.push_back(std::abs(sum - middle));
    const double deviation = 1.4826 * median(apart);
    return {static_cast<double>(best) - static_cast<double>(longest) + refinedTop(sums, best).offset,
            deviation > 0.0 ? (sums[best] - middle) / deviation : 0.0};
}

/// A window of the second recording: its middle, and the offset there, in seconds.
struct OffsetPoint {
    double at = 0.0;
    double offset = 0.0;
};

std::vector<OffsetPoint> offsetPoints(std::span<const double> a, std::span<const double> b, double shift,
                                      const RecordingOffsetOptions& options)
{
    const auto samplesOf
        = [&](double seconds) { return static_cast<std::ptrdiff_t>(seconds * options.rate); };
    const std::ptrdiff_t window = samplesOf(options.window),
                         hop = std::max<std::ptrdiff_t>(samplesOf(options.hop), 1);
    const auto whole = static_cast<std::ptrdiff_t>(std::nearbyint(shift));
    std::vector<OffsetPoint> points;
    for (std::ptrdiff_t start = 0; start + window <= static_cast<std::ptrdiff_t>(b.size()); start += hop) {
        const std::ptrdiff_t low = start - whole;
        if (low < 0 || low + window > static_cast<std::ptrdiff_t>(a.size()))
            continue;
        const auto cut = [&](std::span<const double> series, std::ptrdiff_t from) {
            return series.subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(window));
        };
        const BestShift best
            = bestShift(cut(a, low), cut(b, start), static_cast<std::size_t>(samplesOf(options.near)));
        if (best.outstanding >= options.sure)
            points.push_back({(static_cast<double>(start) + static_cast<double>(window) / 2.0) / options.rate,
                              -(static_cast<double>(start - low) + best.samples) / options.rate});
    }
    return points;
}

}

RecordingOffset recordingOffset(std::span<const double> first, std::span<const double> second,
                                const RecordingOffsetOptions& options)
{
    if (!(options.rate > 0.0) || !(options.longest > 0.0) || !(options.window > 0.0)
        || !(options.near >= 0.0))
        throw ShapeError("out_of_range", "Rates, offsets and windows have to be above 0.");
    const auto least = static_cast<std::size_t>(options.rate);
    if (first.size() <= least || second.size() <= least)
        throw ShapeError("too_short", "A recording has to last longer than a second.");
    const std::vector<double> a = changesOf(first), b = changesOf(second);
    const BestShift best = bestShift(a, b, static_cast<std::size_t>(options.longest * options.rate));
    RecordingOffset found{best.outstanding >= options.sure, best.outstanding, 0.0, 0.0, 0};
    if (!found.isFound)
        return found;
    found.offset = -best.samples / options.rate;
    const std::vector<OffsetPoint> points = offsetPoints(a, b, best.samples, options);
    found.windows = points.size();
    if (points.size() < kWindowsOfADrift)
        return found;
    std::vector<double> slopes, rests;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t k = i + 1; k < points.size(); ++k)
            slopes.push_back((points[k].offset - points[i].offset) / (points[k].at - points[i].at));
    }
    const double slope = median(slopes);
    for (const OffsetPoint& point : points)
        rests.push_back(point.offset - slope * point.at);
    found.driftPpm = slope * 1e6;
    found.offset = median(rests);
    return found;
}

}
