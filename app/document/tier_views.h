#pragma once

#include "engine/annotation/tier_roles.h"
#include "engine/sequences/timed_features.h"

#include <QStringList>

#include <limits>
#include <string>
#include <vector>

namespace app {

using engine::kLabelsTier;
using engine::kWordsTier;
using engine::TierName;

/// Times of words, and the row of the words' sequence that each comes from.
struct WordTimes {
    static constexpr std::size_t kNoRow = std::numeric_limits<std::size_t>::max();

    std::vector<engine::Interval> intervals;
    std::vector<std::size_t> rows; ///< `kNoRow`: made here
};

/// A tier of words in the order of time, as tracks and models read it.
struct WordsView {
    engine::TimedText text;
    std::vector<engine::SegmentId> ids;
    std::vector<std::size_t> rows; ///< of the sequence; `WordTimes::kNoRow`: made here
    std::vector<bool> timed; ///< whether each has times; otherwise it lies between its neighbours
    std::vector<double> confidence; ///< 0…1, as an aligner gave it; NaN: unknown
    std::vector<bool> doubtful; ///< somebody should listen to it
    std::vector<bool> draft; ///< the word itself was guessed

    WordTimes times() const { return {text.intervals, rows}; }
};

/// A tier of labelled segments in the order of time: N segments, one column per label, NaN where nobody
/// labelled.
struct LabelsView {
    engine::TimedFeatures rows;
    QStringList names;
    std::vector<engine::SegmentId> ids;
    QStringList terms; ///< N: values that are words, `neutral`; empty: none
    QStringList texts; ///< N: what the segment says beside its labels; empty: nothing
};

/// Any tier in the order of time.
struct SpansView {
    std::vector<engine::Interval> intervals;
    std::vector<engine::SegmentId> ids;
};

/// Whether a word or segment holds this moment, to the tick: its start, and not its end, which is the next
/// one's start; a point holds itself.
bool holds(const engine::Interval& span, double seconds);

/// The name for a new tier of a video: this one, with a number where the video has such a tier. Empty:
/// `tier`.
std::string freeTierName(const engine::Annotation& annotation, const std::string& video,
                         const std::string& name);

/// @param tier  null gives an empty view
WordsView wordsView(const engine::Annotation& annotation, const engine::Tier* tier);
LabelsView labelsView(const engine::Annotation& annotation, const engine::Tier* tier);
SpansView spansView(const engine::Annotation& annotation, const engine::Tier* tier);

}
