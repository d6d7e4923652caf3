#pragma once

#include "engine/suspects/label_likelihood.h"
#include "engine/suspects/label_prediction.h"

#include <string>
#include <vector>

namespace engine {

/// Where segments follow each other: the places of a video's segments in their order.
using SegmentChains = std::vector<std::vector<std::size_t>>;

/// What is believed of N labels.
struct LabelBelief {
    /// On a scale; of two classes between their values; of more the likeliest class.
    LabelPrediction prediction;
    std::vector<double> chances{}; ///< N × K: how likely each class is; none on a scale
    std::vector<double> strengths; ///< N: how much speaks against each label, the larger the more
    std::vector<KindShares>
        kinds; ///< N, each sums up to 1: what it is, if each kind is as common as labels tell
    double order = 0.0; ///< 0…1: how likely there are labels that belong to neighbours
    double shift = 0.0, swap = 0.0; ///< 0…1: which part of all that seems wrong belongs to neighbours
};

/// Weighs for each label how well each kind of mistake explains it: a label is what was expected, or it is
/// what a flip, a difference of two, another whole value makes of that, or it belongs to a neighbour.
/// Neighbours are told by a chain of hidden states along each video (in step, one behind, one ahead,
/// exchanged), whose rates the labels tell themselves (expectation maximisation); the chain counts as much as
/// it makes the labels likelier. Labels that are not believed count less for what is expected elsewhere. A
/// generative view of confident learning (Northcutt et al., JAIR 2021) for ordered labels and for classes.
LabelBelief labelBelief(const PredictionEvidence& evidence, const LabelScale& scale,
                        const SegmentChains& chains);

/// The same evidence about other labels: what was predicted stays.
LabelBelief labelBelief(const PredictionEvidence& evidence, const std::vector<double>& labels,
                        const LabelScale& scale, const SegmentChains& chains);

/// How far each label is from what one member says: on a scale the distance, of classes how little the
/// label's class is spoken for.
std::vector<double> residualsOf(const PredictionEvidence& evidence, const std::vector<double>& labels,
                                std::size_t member);
/// The same of what all say together: |label − expected|, or one minus the chance of the labelled class.
std::vector<double> residualsOf(const PredictionEvidence& evidence, const std::vector<double>& labels,
                                const LabelBelief& belief);

/// Which of the classes each label is. @throws ShapeError (`no_class`) for a label that is none of them.
std::vector<std::size_t> classesOf(const std::vector<double>& labels, const std::vector<double>& classes);

/// What speaks for the lower and for the upper of two classes, N × 2, around 0. @param values  N: the larger,
/// the more the upper one
std::vector<double> towardsTwo(const std::vector<double>& values);

/// A member's columns for a conditional logit: N × K, around 0.
std::vector<double> spokenFor(const PredictionEvidence& evidence, const std::vector<double>& member);

}
