#include "engine/space/segment_means.h"

#include "engine/alignment/overlap.h"
#include "engine/alignment/segment_rows.h"
#include "engine/core/error.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/stored_features.h"
#include "engine/sequences/timed_features.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30; // of one video's features as float32

std::set<std::string> videosOf(const SequenceFile& file)
{
    std::set<std::string> videos;
    for (const std::string& id : file.ids())
        videos.insert(strippedId(id));
    return videos;
}

/// The words of a video; none where they are damaged, which `validate` tells: the segments have rows still.
TimedText wordsOf(const SegmentSources& sources, const std::string& video)
{
    if (const auto own = sources.ownWords.find(video); own != sources.ownWords.end())
        return own->second;
    if (!sources.words)
        return {};
    try {
        TimedText words = readText(*sources.words, video);
        shift(words.intervals, offsetOf(sources.wordOffsets, video));
        return words;
    } catch (const FormatError&) {
        return {};
    }
}

/// The labelled segments of a video, else its utterances, in the order of time.
std::vector<MeanSegment> segmentsOf(const SegmentSources& sources, const std::string& video)
{
    std::vector<MeanSegment> segments;
    const auto add = [&](Interval interval) -> MeanSegment& {
        segments.push_back({video, segments.size(), interval});
        return segments.back();
    };
    if (const auto own = sources.ownSegments.find(video); own != sources.ownSegments.end()) {
        for (const Interval& interval : own->second)
            add(interval);
    } else if (sources.labels) {
        TimedFeatures labels = readFeatures(*sources.labels, video);
        shift(labels.intervals, offsetOf(sources.labelOffsets, video));
        for (std::size_t k = 0; k < labels.intervals.size(); ++k) {
            const std::span<const float> values = labels.features.row(k);
            add(labels.intervals[k]).labels.assign(values.begin(), values.end());
        }
    }
    if (segments.empty()) {
        std::vector<Interval> spoken;
        if (const auto own = sources.ownWords.find(video); own != sources.ownWords.end()) {
            spoken = utterances(own->second.intervals);
        } else if (sources.words) {
            spoken = utterances(readText(*sources.words, video).intervals);
            shift(spoken, offsetOf(sources.wordOffsets, video));
        }
        for (const Interval& utterance : spoken)
            add(utterance);
    }
    return segments;
}

/// Gives each segment the words that begin in it.
void addWords(std::vector<MeanSegment>& segments, const SegmentSources& sources, const std::string& video)
{
    const TimedText words = wordsOf(sources, video);
    for (MeanSegment& segment : segments) {
        auto word = std::ranges::lower_bound(words.intervals, segment.interval.start - kTouching, {},
                                             &Interval::start);
        for (; word != words.intervals.end() && word->start < segment.interval.end - kTouching; ++word) {
            const std::string& text = words.texts[static_cast<std::size_t>(word - words.intervals.begin())];
            segment.words += (segment.words.empty() || text.empty() ? "" : " ") + text;
        }
    }
}

/// The finite values of some rows, added up per dimension.
class RowSum {
public:
    explicit RowSum(std::size_t dimensions) : m_sums(dimensions), m_counts(dimensions) { }

    /// @return how many of the values are not finite.
    std::size_t add(std::span<const float> row)
    {
        std::size_t ignored = 0;
        for (std::size_t d = 0; d < row.size(); ++d) {
            if (std::isfinite(row[d])) {
                m_sums[d] += static_cast<double>(row[d]);
                ++m_counts[d];
            } else {
                ++ignored;
            }
        }
        return ignored;
    }

    void appendMean(std::vector<float>& values) const
    {
        for (std::size_t d = 0; d < m_sums.size(); ++d)
            values.push_back(m_counts[d] == 0 ? std::numeric_limits<float>::quiet_NaN()
                                              : static_cast<float>(m_sums[d] / m_counts[d]));
    }

private:
    std::vector<double> m_sums;
    std::vector<double> m_counts;
};

/// @throws ShapeError (`too_large`) for what does not fit into memory.
TimedFeatures featuresOf(const SegmentSources& sources, const std::string& video)
{
    if (const auto own = sources.ownFeatures.find(video); own != sources.ownFeatures.end())
        return own->second;
    if (bytesInMemory(*sources.features, video) > kMostBytes)
        throw ShapeError("too_large",
                         fmt::format("/{}/data/{}/features is too large to be read at once",
                                     sources.features->rootName(), video));
    TimedFeatures rows = readFeatures(*sources.features, video);
    const double offset = offsetOf(sources.featureOffsets, video);
    shift(rows.intervals, offset);
    if (offset != 0.0)
        rows.timeType = ElementType::Float64;
    return rows;
}

void addVideo(SegmentMeans& result, const SegmentSources& sources, const std::string& video)
{
    std::vector<MeanSegment> segments = segmentsOf(sources, video);
    if (segments.empty())
        return;
    addWords(segments, sources, video);
    const TimedFeatures rows = featuresOf(sources, video);
    const std::size_t width = rows.features.columns;
    if (!result.segments.empty() && width != result.means.columns)
        throw ShapeError("dimension_mismatch",
                         fmt::format("/{}/data/{}/features has {} dimensions, the videos before it have {}",
                                     sources.features->rootName(), video, width, result.means.columns));
    const OverlapFinder finder(rows.intervals, rows.timeType, ElementType::Float64);
    OverlapFinder::Rows found;
    for (MeanSegment& segment : segments) {
        finder.find(segment.interval, found);
        if (found.indices.empty()) {
            ++result.withoutRows;
            continue;
        }
        RowSum sum(width);
        for (const std::size_t row : found.indices)
            result.ignoredValues += sum.add(rows.features.row(row));
        sum.appendMean(result.means.values);
        result.means.columns = width;
        ++result.means.rows;
        result.segments.push_back(std::move(segment));
    }
}

}

SegmentMeans segmentMeans(const SegmentSources& sources, const RunContext& run)
{
    SegmentMeans result;
    const std::set<std::string> videos = videosOf(*sources.features);
    std::size_t done = 0;
    for (const std::string& video : videos) {
        run.tick(done++, videos.size());
        try {
            addVideo(result, sources, video);
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            result.findings.push_back({Finding::Severity::Warning, error.code(),
                                       sources.features->path().string() + ": " + video, error.what(),
                                       video});
        }
    }
    return result;
}

}
