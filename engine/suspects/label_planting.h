#pragma once

#include "engine/suspects/label_belief.h"

#include <cstdint>
#include <random>
#include <vector>

namespace engine {

/// Labels some of which were made wrong on purpose.
struct PlantedLabels {
    std::vector<double> labels; ///< N
    std::vector<bool> isWrong; ///< N: the label is another one now

    std::size_t count() const;
};

/// The kinds that can be planted: those of labels alone that there are on this scale, or of these classes,
/// and SuspectKind::Shift and SuspectKind::Swap where segments follow each other.
std::vector<SuspectKind> plantableKinds(const PredictionEvidence& evidence, const SegmentChains& chains);

/// Makes this share of the labels wrong: other signs, labels two away, labels of other segments (or other
/// classes), labels of the segment before for runs of five to ten, labels exchanged between neighbours. Fewer
/// are wrong where there are not as many that can be.
PlantedLabels plantedLabels(const PredictionEvidence& evidence, const LabelScale& scale,
                            const SegmentChains& chains, SuspectKind kind, double share,
                            std::mt19937_64& random);

}
