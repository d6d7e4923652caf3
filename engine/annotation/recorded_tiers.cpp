#include "engine/annotation/recorded_tiers.h"

#include "engine/annotation/tier_roles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {

namespace {

constexpr double kMostSeconds = 1e9;
constexpr double kStrongestEmotion = 3.0;

/// The rows that have usable times as segments of a tier, by start.
std::vector<Segment> segmentsOf(std::span<const Interval> intervals, SegmentId firstId, TierId tier)
{
    std::vector<Segment> segments;
    for (std::size_t row = 0; row < intervals.size(); ++row) {
        if (!isUsable(intervals[row]))
            continue;
        Segment segment;
        segment.tier = tier;
        segment.start = TimePoint::ofRecorded(intervals[row].start);
        segment.end = TimePoint::ofRecorded(intervals[row].end);
        segment.sourceRow = static_cast<int>(row);
        segments.push_back(segment);
    }
    std::stable_sort(segments.begin(), segments.end(),
                     [](const Segment& a, const Segment& b) { return a.start < b.start; });
    for (std::size_t i = 0; i < segments.size(); ++i) {
        segments[i].id = firstId + static_cast<SegmentId>(i);
        if (i == 0)
            continue;
        TimePoint& start = segments[i].start;
        const std::int64_t end = segments[i - 1].end.ticks;
        if (std::abs(start.ticks - end) <= kSameEdge && end <= segments[i].end.ticks)
            start.ticks = end;
    }
    return segments;
}

bool anyOverlap(const std::vector<Segment>& segments)
{
    std::int64_t reached = std::numeric_limits<std::int64_t>::min();
    for (const Segment& segment : segments) {
        if (segment.start.ticks < reached)
            return true;
        reached = std::max(reached, segment.end.ticks);
    }
    return false;
}

bool isCalledSentiment(const std::string& label)
{
    return label.starts_with("sentiment");
}

/// Classes of IEMOCAP and MELD.
bool isCalledEmotion(const std::string& label)
{
    static constexpr std::array kEmotions{"neutral", "happy", "joy",     "sad",      "sadness",    "anger",
                                          "angry",   "fear",  "disgust", "surprise", "frustrated", "excited"};
    return std::ranges::find(kEmotions, label) != kEmotions.end();
}

/// Sentiments are the labels that are called so (MMSA's of each modality), else the first, if it is no
/// emotion.
NumberScale scaleOf(MatrixView values, std::size_t column, bool isSentiment)
{
    NumberScale scale{isSentiment ? -kStrongestSentiment : 0.0,
                      isSentiment ? kStrongestSentiment : kStrongestEmotion, 0.0};
    for (std::size_t row = 0; row < values.rows; ++row) {
        const double value = values.at(row, column);
        if (!std::isfinite(value))
            continue;
        scale.least = std::min(scale.least, std::floor(value));
        scale.greatest = std::max(scale.greatest, std::ceil(value));
    }
    return scale;
}

Change added(Tier tier, std::vector<Segment> segments)
{
    tier.overlapping = anyOverlap(segments);
    Change change;
    change.tiers.push_back({std::nullopt, std::move(tier)});
    for (Segment& segment : segments)
        change.segments.push_back({std::nullopt, std::move(segment)});
    return change;
}

}

bool isUsable(const Interval& interval)
{
    return std::abs(interval.start) < kMostSeconds && std::abs(interval.end) < kMostSeconds
        && interval.start <= interval.end;
}

Change wordsTier(const Annotation& annotation, const std::string& video, const std::string& source,
                 std::span<const Interval> intervals, std::span<const std::string> texts,
                 std::span<const SpokenTime> sureness)
{
    Tier tier;
    tier.id = annotation.unusedTier();
    tier.video = video;
    tier.name = kWordsTier;
    tier.source = source;
    std::vector<Segment> segments = segmentsOf(intervals, annotation.unusedSegment(), tier.id);
    for (Segment& segment : segments) {
        const auto row = static_cast<std::size_t>(segment.sourceRow);
        segment.text = texts[row];
        if (row >= sureness.size())
            continue;
        if (const double sure = sureness[row].confidence; std::isfinite(sure))
            segment.confidence = std::clamp(sure, 0.0, 1.0);
        segment.flagged = sureness[row].isDoubtful;
        if (sureness[row].isDraft)
            segment.timing = Timing::Drafted;
    }
    return added(std::move(tier), std::move(segments));
}

std::vector<LabelScheme> schemesOf(MatrixView values, std::span<const std::string> names)
{
    std::vector<LabelScheme> labels;
    const bool isNamed = std::ranges::any_of(names, isCalledSentiment);
    for (std::size_t column = 0; column < names.size(); ++column) {
        const bool isSentiment
            = isNamed ? isCalledSentiment(names[column]) : column == 0 && !isCalledEmotion(names[column]);
        labels.push_back({names[column], scaleOf(values, column, isSentiment)});
    }
    return labels;
}

Change labelsTier(const Annotation& annotation, const std::string& video, const std::string& source,
                  std::span<const Interval> intervals, MatrixView values, std::span<const std::string> names,
                  std::span<const RecordedTerms> terms)
{
    Tier tier;
    tier.id = annotation.unusedTier();
    tier.video = video;
    tier.name = kLabelsTier;
    tier.source = source;
    tier.order = 1;
    tier.labels = schemesOf(values, names);
    for (const RecordedTerms& label : terms) {
        Vocabulary vocabulary;
        for (const std::string& term : label.vocabulary)
            vocabulary.terms.push_back({term, {}, {}});
        tier.labels.push_back({label.name, std::move(vocabulary)});
    }
    std::vector<Segment> segments = segmentsOf(intervals, annotation.unusedSegment(), tier.id);
    for (Segment& segment : segments) {
        const auto row = static_cast<std::size_t>(segment.sourceRow);
        for (std::size_t column = 0; column < names.size() && row < values.rows; ++column) {
            const double value = values.at(row, column);
            if (std::isfinite(value))
                segment.values[names[column]] = {value, {}};
        }
        for (const RecordedTerms& label : terms) {
            if (row < label.values.size() && !label.values[row].empty())
                segment.values[label.name] = {label.values[row], {}};
        }
    }
    return added(std::move(tier), std::move(segments));
}

}
