#pragma once

#include "engine/core/run_context.h"
#include "engine/core/segment_input.h"
#include "engine/models/fusion_model.h"
#include "engine/training/training_settings.h"

#include <vector>

namespace engine {

/// What a model learns from: normalised segments, and for each of them O true scores.
struct TrainingData {
    std::vector<SegmentInput> inputs;
    std::vector<std::vector<float>> labels;
};

/// Where [first, last) of each batch lies when `count` segments are taken `size` at a time. A last batch of
/// one joins the one before it, because batch norm cannot learn from a single row.
std::vector<std::pair<std::size_t, std::size_t>> batchBounds(std::size_t count, std::size_t size);

struct TrainingHistory {
    std::size_t bestEpoch = 0; ///< counted from 0
    std::vector<double> trainingLoss; ///< mean absolute error in each epoch
    std::vector<double> validationLoss;
};

/// Trains with Adam on the mean absolute error, the labels weighted as the settings say, keeps the state
/// (batch norms included) of the epoch with the smallest validation loss and leaves the model with it, in
/// evaluation mode.
///
/// The same seed gives the same model on the same machine, given that the model was created under that seed
/// as well and LibTorch has one thread.
///
/// @throws ShapeError for fewer than two segments to train with, or none to validate with (code
/// `too_few_segments`), and for weights of another number of labels (`wrong_labels`); Cancelled.
TrainingHistory train(FusionModel& model, const TrainingData& training, const TrainingData& validation,
                      const TrainingSettings& settings, const RunContext& run = {});

}
