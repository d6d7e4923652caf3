#pragma once

#include "engine/core/run_context.h"
#include "engine/training/data/feature_data.h"
#include "engine/training/figures/report.h"
#include "engine/training/run/train_config.h"
#include "engine/training/run/trainer_report.h"

#include <filesystem>
#include <functional>

namespace engine {

class WorkerGroup;

/// Where a run writes, and how it reports.
struct TrainingPlaces {
    std::filesystem::path model; ///< the file (.safetensors)
    /// The checkpoints of the modalities alone lie beside it; empty: none is written.
    std::filesystem::path checkpoint;
    std::filesystem::path results; ///< the folder for what TrainConfig::writesResults asks for
    /// TrainingDynamics of the model itself, written after each epoch; not of a run in stages. Empty: none.
    std::filesystem::path dynamics;
    std::int64_t checkpointEvery = 1; ///< epochs
    bool resume = false; ///< from the checkpoints, where there are any
    std::string device = "cpu";
    std::string command; ///< the command line, for the card
    std::function<void(const std::string& modalities, const EpochReport&)> epochDone; ///< may be empty
    /// Is called with what was read and the card, before training begins; what it throws ends the run. May be
    /// empty.
    std::function<void(const FeatureData&, const ModelCard&)> begins;
    /// Processes that train together; null: this one alone. Only the first one scores and writes.
    WorkerGroup* workers = nullptr;
    std::function<void(const std::string& note)>
        note; ///< receives notes about the data for people; may be empty
};

/// Trains the model of `config` and writes it, with its card.
///
/// If the configuration says so, a model of each modality alone is trained too, under the same settings, with
/// the other modalities held at their mean. These models are scored and dropped; the card holds their scores
/// next to the model's own.
///
/// It seeds LibTorch's generator of the process and gives it back (TorchSeed): one run at a time in a
/// process.
///
/// @return the scores of all of them on all folds; of a worker that is not the first, none.
/// @throws FormatError, ShapeError, IoError as for reading the data, training the model and writing the file;
/// Cancelled, with checkpoints where they were asked for. The model file then stays what it was before.
Report trainAndWrite(const TrainConfig& config, const TrainingPlaces& places, const RunContext& run = {});

}
