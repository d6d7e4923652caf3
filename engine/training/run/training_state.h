#pragma once

#include "engine/models/fusion_model.h"

#include <cstddef>
#include <optional>
#include <random>
#include <vector>

namespace engine {

/// The losses and figures of all epochs.
struct TrainingHistory {
    std::size_t bestEpoch = 0; ///< counted from 0
    std::vector<double> trainingLoss; ///< of the model's objective, mean over the segments of each epoch
    std::vector<double> validationLoss; ///< of the task
    std::vector<double> watched; ///< the figure that decides which epoch is best, the lower the better

    friend bool operator==(const TrainingHistory&, const TrainingHistory&) = default;
};

/// The state of training between two batches: everything besides model and optimiser that decides how it goes
/// on.
struct TrainingState {
    TrainingHistory history; ///< of the epochs that are over
    NamedTensors best; ///< the model's state after the best of these epochs; empty before the first
    std::mt19937_64 random; ///< orders the segments
    std::vector<std::int64_t> order; ///< of this epoch's segments; empty between two epochs
    std::size_t position = 0; ///< how many segments of `order` have been learnt from
    double lossSum = 0.0; ///< the sum of the losses of these segments
    std::optional<std::size_t> stage{}; ///< which one of the run, counted from 0, where it has stages

    std::size_t epoch() const { return history.trainingLoss.size(); }
};

}
