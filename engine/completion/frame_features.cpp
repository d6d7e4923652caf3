#include "engine/completion/frame_features.h"

#include "engine/numbers/principal_components.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace engine {

namespace {

/// The rows [first, last) of a span, at least one where the recording reaches so far.
std::pair<std::size_t, std::size_t> rowsOf(const FrameFeatures& frames, Interval span)
{
    const auto place = [&](double seconds) {
        return static_cast<std::size_t>(
            std::clamp(std::llround(seconds * frames.rate), 0LL, static_cast<long long>(frames.rows.rows)));
    };
    const std::size_t first = place(span.start);
    return {first, std::min(std::max(place(span.end), first + 1), frames.rows.rows)};
}

}

FeatureMatrix segmentRows(std::span<const FrameFeatures> recordings, std::span<const PlacedSpan> segments)
{
    const std::size_t columns = recordings.empty() ? 0 : recordings.front().rows.columns;
    FeatureMatrix rows(segments.size(), 2 * columns + 1);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const FrameFeatures& frames = recordings[segments[i].recording];
        const auto [first, last] = rowsOf(frames, segments[i].span);
        for (std::size_t d = 0; d < columns; ++d) {
            double sum = 0.0, squares = 0.0;
            double count = 0.0;
            for (std::size_t t = first; t < last; ++t) {
                const double value = frames.rows.at(t, d);
                if (!std::isfinite(value))
                    continue;
                sum += value;
                squares += value * value;
                count += 1.0;
            }
            const double mean = sum / count; // NaN without values
            rows.at(i, d) = static_cast<float>(mean);
            rows.at(i, columns + d)
                = static_cast<float>(std::sqrt(std::max(squares / count - mean * mean, 0.0)));
        }
        rows.at(i, 2 * columns)
            = static_cast<float>(std::log(std::max(segments[i].span.end - segments[i].span.start, 0.01)));
    }
    return rows;
}

FeatureMatrix reducedRows(MatrixView rows, std::size_t most)
{
    if (rows.rows < 2 || rows.columns == 0)
        return FeatureMatrix(rows.rows, 0);
    const FeatureMatrix scores
        = principalComponents(rows, {}, std::min({most, rows.columns, rows.rows - 1})).scores;
    std::vector<std::pair<std::size_t, double>> kept; // column, deviation
    double greatest = 0.0;
    for (std::size_t d = 0; d < scores.columns; ++d) {
        double squares = 0.0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < scores.rows; ++i) {
            const double value = scores.at(i, d);
            if (std::isfinite(value)) {
                squares += value * value;
                ++count;
            }
        }
        const double deviation = count > 0 ? std::sqrt(squares / static_cast<double>(count)) : 0.0;
        greatest = std::max(greatest, deviation);
        if (deviation > 1e-4 * greatest)
            kept.emplace_back(d, deviation);
    }
    double squares = 0.0;
    for (const auto& [column, deviation] : kept)
        squares += deviation * deviation;
    const double unit = std::sqrt(squares / std::max<double>(1.0, static_cast<double>(kept.size())));
    FeatureMatrix reduced(rows.rows, kept.size());
    for (std::size_t i = 0; i < rows.rows; ++i) {
        for (std::size_t d = 0; d < kept.size(); ++d) {
            const double value = scores.at(i, kept[d].first) / unit;
            reduced.at(i, d) = std::isfinite(value) ? static_cast<float>(value) : 0.0F;
        }
    }
    return reduced;
}

std::vector<FrameFeatures> withSurroundings(std::span<const FrameFeatures> recordings,
                                            std::span<const Interval> windows)
{
    std::vector<FrameFeatures> result;
    for (const FrameFeatures& frames : recordings) {
        const std::size_t columns = frames.rows.columns, count = frames.rows.rows;
        FrameFeatures& wide
            = result.emplace_back(frames.rate, FeatureMatrix(count, columns * windows.size()));
        std::vector<double> sums(count + 1);
        for (std::size_t d = 0; d < columns; ++d) {
            for (std::size_t t = 0; t < count; ++t) {
                const double value = frames.rows.at(t, d);
                sums[t + 1] = sums[t] + (std::isfinite(value) ? value : 0.0);
            }
            for (std::size_t w = 0; w < windows.size(); ++w) {
                const long long before = std::llround(windows[w].start * frames.rate);
                const long long after = std::llround(windows[w].end * frames.rate);
                for (std::size_t t = 0; t < count; ++t) {
                    const auto most = static_cast<long long>(count);
                    const long long first = std::clamp(static_cast<long long>(t) + before, 0LL, most - 1);
                    const long long last = std::clamp(static_cast<long long>(t) + after + 1, first + 1, most);
                    wide.rows.at(t, w * columns + d) = static_cast<float>(
                        (sums[static_cast<std::size_t>(last)] - sums[static_cast<std::size_t>(first)])
                        / static_cast<double>(last - first));
                }
            }
        }
    }
    return result;
}

std::vector<FrameFeatures> reducedFrames(std::span<const FrameFeatures> recordings, std::size_t most)
{
    std::size_t count = 0;
    for (const FrameFeatures& frames : recordings)
        count += frames.rows.rows;
    const std::size_t columns = recordings.empty() ? 0 : recordings.front().rows.columns;
    FeatureMatrix all(count, columns);
    std::size_t place = 0;
    for (const FrameFeatures& frames : recordings) {
        std::ranges::copy(frames.rows.values,
                          all.values.begin() + static_cast<std::ptrdiff_t>(place * columns));
        place += frames.rows.rows;
    }
    const FeatureMatrix few = reducedRows(all, most);
    std::vector<FrameFeatures> result;
    place = 0;
    for (const FrameFeatures& frames : recordings) {
        FrameFeatures& part = result.emplace_back(frames.rate, FeatureMatrix(frames.rows.rows, few.columns));
        for (std::size_t t = 0; t < frames.rows.rows; ++t, ++place) {
            for (std::size_t d = 0; d < few.columns; ++d)
                part.rows.at(t, d) = few.at(place, d);
        }
    }
    return result;
}

}
