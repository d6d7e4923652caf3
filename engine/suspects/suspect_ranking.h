#pragma once

#include "engine/suspects/data_belief.h"
#include "engine/suspects/suspects.h"

namespace engine {

/// All that is known of N labelled segments.
struct SuspectEvidence {
    std::vector<std::string> ids; ///< N
    std::vector<std::string> classNames{}; ///< as `predictions.classes`; or none
    PredictionEvidence predictions;
    std::vector<std::string> memberNames; ///< as `predictions.members`
    std::vector<std::string>
        memberOnly{}; ///< as `predictions.members`: the only modality that each sees; or none
    std::vector<std::vector<std::size_t>> neighbours{}; ///< N: those that are alike, nearest first; or none
    std::vector<std::vector<double>> errors{}; ///< N: SuspectGrounds::errors of each; or none
    LabelScale scale;
    SegmentChains chains; ///< the segments of each video in their order
    SegmentRatings ratings; ///< of no rater where nobody judged
    std::vector<DataEvidence> data; ///< of each kind that can be seen
    std::uint64_t seed = 1; ///< of what the self-test plants
};

/// Puts together what is believed of labels, raters and data, as if they erred independently, and tells of
/// each segment what is most likely and why. Equal scores are in the order of the ids as they are given.
/// @return  without source, seed, names of labels and of folds
Suspects rankedSuspects(const SuspectEvidence& evidence);

}
