#pragma once

#include "engine/suspects/label_prediction.h"
#include "engine/suspects/label_scale.h"
#include "engine/suspects/suspect_kind.h"

#include <array>
#include <string>
#include <vector>

namespace engine {

/// Where segments follow each other: the places of a video's segments in their order.
using SegmentChains = std::vector<std::vector<std::size_t>>;

/// How likely each kind of error is of each segment; `none` is what is left.
using KindShares = std::array<double, kSuspectKinds>;

/// What is believed of N labels.
struct LabelBelief {
    LabelPrediction prediction;
    std::vector<KindShares> kinds; ///< N, each sums up to 1
};

/// Weighs for each label how well each kind of mistake explains it: a label is what was expected, or it is
/// what a flip, a difference of two, another whole value makes of that, or it belongs to a neighbour.
/// Neighbours are told by a chain of hidden states along each video (in step, one behind, one ahead,
/// exchanged). How common each kind is, the labels tell themselves (expectation maximisation), and labels
/// that are not believed do not count for what is expected elsewhere. A generative view of confident learning
/// (Northcutt et al., JAIR 2021) for ordered labels.
LabelBelief labelBelief(const PredictionEvidence& evidence, const LabelScale& scale,
                        const SegmentChains& chains);

}
