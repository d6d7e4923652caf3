#pragma once

#include "engine/models/fusion_model.h"

#include <cstddef>
#include <random>
#include <vector>

namespace engine {

/// What became of each epoch.
struct TrainingHistory {
    std::size_t bestEpoch = 0; ///< counted from 0
    std::vector<double> trainingLoss; ///< of the model's objective, mean over the segments of each epoch
    std::vector<double> validationLoss; ///< of the task
    std::vector<double> watched; ///< what decides which epoch is best, the lower the better

    friend bool operator==(const TrainingHistory&, const TrainingHistory&) = default;
};

/// Where training stands between two batches: all that decides how it goes on, besides model and optimiser.
struct TrainingState {
    TrainingHistory history; ///< of the epochs that are over
    NamedTensors best; ///< the model's state after the best of them; none before the first
    std::mt19937_64 random; ///< orders the segments
    std::vector<std::int64_t> order; ///< of this epoch's segments; empty between two epochs
    std::size_t position = 0; ///< how many of them have been learnt from
    double lossSum = 0.0; ///< over these

    std::size_t epoch() const { return history.trainingLoss.size(); }
};

}
