#pragma once

#include "engine/explain/absent_kind.h"
#include "engine/explain/attribution.h"
#include "engine/explain/interaction_map.h"

#include <optional>
#include <vector>

namespace engine {

/// What is asked about one segment besides its prediction.
struct ExplanationWish {
    AbsentKind absent = AbsentKind::Mean; ///< of steps: absentForSteps()
    /// How the prediction is distributed over the steps; absent: only the interaction maps are asked for,
    /// which take a tenth of the time.
    std::optional<AttributionMethod> method = {};
    std::size_t output = 0; ///< the output whose faithfulness and pairs are asked for with `method`

    friend bool operator==(const ExplanationWish&, const ExplanationWish&) = default;
};

/// Why a model predicts what it does for one segment. O is the number of its outputs.
struct Explanation {
    ExplanationWish wish; ///< that it answers
    FeatureMatrix coalitions; ///< 8 × O: the predictions by Coalition
    std::optional<Attribution> attribution = {}; ///< by wish.method
    std::optional<Faithfulness> faithfulness = {}; ///< of the attribution, for wish.output
    /// Spearman's correlation of the attribution with that by occlusion, for wish.output, over all steps.
    double agreement = 0.0;
    /// What words do together with steps of sound and face, the largest for wish.output first; at most
    /// kMostPairs.
    std::vector<PairEffect> pairs = {};
    double milliseconds = 0.0; ///< spent on it

    static constexpr std::size_t kMostPairs = 60;

    friend bool operator==(const Explanation&, const Explanation&) = default;
};

/// The map of one output. @param output  below coalitions.columns
InteractionMap mapOf(const Explanation& explanation, std::size_t output);

}
