#pragma once

#include "engine/core/feature_matrix.h"

#include <string>
#include <vector>

namespace engine {

/// Of whom figures of conversations tell.
enum class TurnRole { Both, Speaking, Listening };

/// A listener in a turn.
struct Listener {
    std::size_t turn = 0; ///< place in the fold
    std::size_t slot = 0;
    std::string name; ///< empty of one who never speaks
};

/// A model's scores for the turns of a fold, as people read them.
struct TurnScores {
    FeatureMatrix speaking; ///< N × O
    std::vector<Listener> listeners; ///< L, turn by turn; of a model that predicts speakers alone none
    FeatureMatrix listening; ///< L × O
};

}
