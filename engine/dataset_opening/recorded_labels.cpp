#include "engine/dataset_opening/recorded_labels.h"

#include "engine/alignment/segment_rows.h"
#include "engine/sequences/metadata.h"
#include "engine/sequences/shifted_sequence.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr auto kSurenessKey = "word_alignment";

const std::vector<std::string> kDefaultLabels{"sentiment", "happy",   "sad", "anger",
                                              "surprise",  "disgust", "fear"};

FeatureMatrix nothingLabelled(std::size_t segments)
{
    FeatureMatrix values(segments, kDefaultLabels.size());
    std::ranges::fill(values.values, std::nanf(""));
    return values;
}

/// Labels that are words, of the segments of a packed file.
std::vector<RecordedTerms> termsOf(const PackedVideos& packed, const std::string& video)
{
    std::vector<RecordedTerms> terms;
    for (const PackedFile::TextLabel& label : packed.file()->textLabels()) {
        RecordedTerms& own = terms.emplace_back(RecordedTerms{label.name, label.terms, {}});
        for (const std::size_t place : packed.segments(video))
            own.values.push_back(label.values[place]);
    }
    return terms;
}

/// From whole number to whole number, so that traits go from 1 to 7. Whole numbers are classes: 0 and 1 are
/// no sentiment. A sentiment is that of CH-SIMS (±1) or of CMU-MOSI (±3).
NumberScale scaleOf(const PackedVideos::LabelExtent& extent, bool isSentiment)
{
    const double least = std::floor(extent.least), greatest = std::ceil(extent.greatest);
    const double strongest = std::max(-least, greatest);
    const bool areClasses = extent.areWhole && (!isSentiment || (least == 0.0 && greatest == 1.0));
    if (areClasses && least < greatest)
        return {least, greatest, 1.0};
    if (isSentiment && strongest <= kStrongestSentiment) {
        const double most = strongest <= 1.0 ? 1.0 : kStrongestSentiment;
        return {-most, most, 0.0};
    }
    return {least, std::max(greatest, least + 1.0), 0.0};
}

std::vector<NumberScale> scalesOf(const PackedVideos& packed)
{
    std::vector<NumberScale> scales;
    for (const auto& extent : packed.labelExtents()) {
        const std::string& name = packed.file()->labelNames()[scales.size()];
        scales.push_back(extent ? scaleOf(*extent, name.starts_with("sentiment"))
                                : NumberScale{-kStrongestSentiment, kStrongestSentiment, 0.0});
    }
    return scales;
}

Change withScales(Change change, const std::vector<NumberScale>& scales)
{
    for (std::size_t column = 0; column < scales.size(); ++column)
        change.tiers.front().after->labels.at(column).scale = scales[column];
    return change;
}

}

std::vector<std::string> labelNames(const SequenceFile& file, std::size_t width)
{
    std::vector<std::string> different;
    for (const std::string& name : dimensionNames(file.metadata(), width)) {
        std::string unique = name.empty() ? "label" : name;
        for (int number = 2; std::ranges::find(different, unique) != different.end(); ++number)
            unique = name + ' ' + std::to_string(number);
        different.push_back(std::move(unique));
    }
    return different;
}

TimedText readRecordedWords(const OpenedSequences& open, const std::string& video,
                            const SequenceOffsets& offsets)
{
    TimedText read;
    if (const OpenedSequence* words = open.withRole(SequenceRole::Words)) {
        read = readText(*words->file, video);
        shift(read.intervals, offsetOf(offsets, words->key));
    }
    return read;
}

std::vector<SpokenTime> readSureness(const OpenedSequences& open, const std::string& video,
                                     const TimedText& words)
{
    std::vector<SpokenTime> sureness;
    const OpenedSequence* found = open.called(kSurenessKey);
    if (!found || found->isText || words.texts.empty() || !found->file->contains(video))
        return sureness;
    const TimedFeatures rows = readFeatures(*found->file, video);
    if (rows.intervals.size() != words.texts.size())
        return sureness; // of other words
    const std::vector<std::string> names = dimensionNames(found->file->metadata(), rows.features.columns);
    const auto column = [&](std::string_view name) {
        return static_cast<std::size_t>(
            std::ranges::find_if(names, [&](const std::string& each) { return each.starts_with(name); })
            - names.begin());
    };
    const std::size_t columns[]{column("confidence"), column("start_error"), column("end_error"),
                                column("doubtful"), column("draft")};
    for (std::size_t row = 0; row < rows.intervals.size(); ++row) {
        const auto value = [&](std::size_t place) {
            return columns[place] < names.size() ? static_cast<double>(rows.features.at(row, columns[place]))
                                                 : 0.0;
        };
        sureness.push_back(
            {words.intervals[row], value(0), value(1), value(2), value(3) > 0.5, value(4) > 0.5});
    }
    return sureness;
}

RecordedLabels readRecordedLabels(const OpenedSequences& open, const std::string& video,
                                  const SequenceOffsets& offsets)
{
    RecordedLabels read;
    if (const OpenedSequence* labels = open.withRole(SequenceRole::Labels)) {
        read.key = labels->key;
        read.rows = readFeatures(*labels->file, video);
        shift(read.rows.intervals, offsetOf(offsets, labels->key));
        read.names = labelNames(*labels->file, read.rows.features.columns);
        if (labels->packed) {
            read.terms = termsOf(*labels->packed, video);
            read.scales = scalesOf(*labels->packed);
        }
    }
    return read;
}

std::vector<LabelScheme> usualLabels()
{
    return schemesOf(nothingLabelled(0), kDefaultLabels);
}

Change recordedLabelsTier(const Annotation& annotation, const std::string& video,
                          const RecordedLabels& labels, std::span<const Interval> words)
{
    if (!labels.rows.intervals.empty())
        return withScales(labelsTier(annotation, video, labels.key, labels.rows.intervals,
                                     labels.rows.features, labels.names, labels.terms),
                          labels.scales);
    const std::vector<Interval> spoken = utterances(words);
    return labelsTier(annotation, video, "", spoken, nothingLabelled(spoken.size()), kDefaultLabels);
}

}
