#pragma once

#include "engine/snapshot/words_view.h"

#include <QStringList>

#include <string>
#include <vector>

namespace app {

using engine::kLabelsTier;
using engine::kWordsTier;
using engine::TierName;
using engine::WordsView;
using engine::wordsView;
using engine::WordTimes;

/// A tier of labelled segments in the order of time: N segments, one column per label, NaN where nobody
/// labelled.
struct LabelsView {
    engine::TimedFeatures rows;
    QStringList names;
    engine::NumberScale scale{}; ///< of the first label
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
LabelsView labelsView(const engine::Annotation& annotation, const engine::Tier* tier);
SpansView spansView(const engine::Annotation& annotation, const engine::Tier* tier);

}
