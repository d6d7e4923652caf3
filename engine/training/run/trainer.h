#pragma once

#include "engine/core/run_context.h"
#include "engine/training/run/segment_tensors.h"
#include "engine/training/run/trainer_report.h"
#include "engine/training/run/training_settings.h"
#include "engine/training/run/training_state.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace engine {

class WorkerGroup;

/// The loss that a model minimises, and how its epochs are compared.
struct TrainingTask {
    TaskLoss loss;
    /// The figure of the outputs for the validation segments that decides which epoch is best, the lower the
    /// better; empty: the loss.
    std::function<double(const torch::Tensor& outputs)> watched;
    bool isWatchedNegated = false; ///< `watched` is the negative of a figure that should be high
    /// What is minimised; empty: the model's own objective.
    std::function<torch::Tensor(const TrainingStep&)> objective{};
    /// The loss on the validation segments, which then also decides which epoch is best; empty: `loss` and
    /// `watched` are of the outputs for them.
    std::function<double()> validation{};
    /// With `validation`: what decides instead of it, the lower the better.
    std::function<double()> ownFigure{};
};

/// Reports and checkpoints of a training.
struct TrainingHooks {
    std::function<void(const EpochReport&)> epochDone; ///< may be empty
    std::filesystem::path checkpoint; ///< path of the checkpoint; empty: none is written
    std::int64_t checkpointEvery = 1; ///< epochs
    bool resume = false; ///< from the checkpoint, when there is one
    std::string identity; ///< identifies the model, the data and the settings
    std::map<std::string, std::string> card; ///< metadata that makes the checkpoint a model file as well
    /// Receives the model's outputs for the segments that it learnt from, N × O, after an epoch (counted
    /// from 1), before its checkpoint. It costs a pass over them, and changes nothing. May be empty.
    std::function<void(std::size_t epoch, const torch::Tensor& outputs)> learnt{};
    std::optional<std::size_t> stage{}; ///< which stage of the run this is, counted from 0
    std::string stageName{}; ///< for reports
    WorkerGroup* workers = nullptr; ///< that learn together (SharedLearning); null: this process alone
    std::function<void(const std::string&)> note{}; ///< for a person; may be empty
};

/// The range [first, last) of each batch when `count` segments are taken `size` at a time. A last batch of
/// one segment joins the batch before it, because batch norm cannot learn from a single row.
std::vector<std::pair<std::size_t, std::size_t>> batchBounds(std::size_t count, std::size_t size);

/// The model's outputs for all segments, N × O, kRowsPerBatch at a time; leaves it in evaluation mode. Of a
/// ConversationModel they have the axes of its prediction.
/// @param side  not its prediction, but this one of FusionModel::sides()
torch::Tensor outputsOf(FusionModel& model, const SegmentTensors& segments, const std::string& side = {});

/// Trains by the settings on the objective, keeps the state (batch norms included) of the best epoch on the
/// validation segments and leaves the model with it, in evaluation mode.
///
/// The same seed gives the same model on the same machine and number of threads, provided that the model was
/// also created under that seed. Training that was stopped and resumed, any number of times, gives the same
/// model too. What a model draws comes from LibTorch's generator of the process, which a TorchSeed sets and
/// gives back: of models that draw (dropout), one at a time learns in a process.
///
/// Of several workers all train, and only the first one writes checkpoints, measures the validation segments
/// and reports. A worker that is to stop stops all at the end of the same batch.
///
/// @throws ShapeError for fewer than two segments to train with, or none to validate with (code
/// `too_few_segments`), and for batches that a model cannot take (`bad_batch`); Error (`diverged`) when the
/// loss is NaN or infinite; FormatError (`bad_checkpoint`); Cancelled at the end of a batch or an epoch,
/// after a checkpoint of the state was written; of several workers as SharedLearning and WorkerGroup do.
TrainingHistory train(FusionModel& model, const SegmentTensors& training, const SegmentTensors& validation,
                      const TrainingTask& task, const TrainingSettings& settings,
                      const TrainingHooks& hooks = {}, const RunContext& run = {});

}
