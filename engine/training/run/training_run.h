#pragma once

#include "engine/core/run_context.h"
#include "engine/training/figures/report.h"
#include "engine/training/run/train_config.h"
#include "engine/training/run/trainer_report.h"

#include <filesystem>
#include <functional>

namespace engine {

/// Where a run writes, and how it is watched.
struct TrainingPlaces {
    std::filesystem::path model; ///< the file (.safetensors)
    std::filesystem::path checkpoint; ///< beside it those of the modalities alone; empty: none is written
    std::filesystem::path results; ///< the folder for what TrainConfig::writesResults asks for
    std::int64_t checkpointEvery = 1; ///< epochs
    bool resume = false; ///< from the checkpoints, where there are any
    std::string device = "cpu";
    std::string command; ///< the command line, for the card
    std::function<void(const std::string& modalities, const EpochReport&)> epochDone; ///< may be empty
    std::function<void(const std::string& note)>
        note; ///< what a person should know of the data; may be empty
};

/// Trains the model of `config` and writes it, with its card.
///
/// If the configuration says so, each of its modalities is trained alone beside it under the same settings,
/// the others held at their mean. Those models are scored and dropped; their scores stand in the card, next
/// to the model's own.
///
/// @return the scores of all of them on all folds.
/// @throws FormatError, ShapeError, IoError: what the data, the model or the file say; Cancelled, with
/// checkpoints where they were asked for. The model file is then what it was before.
Report trainAndWrite(const TrainConfig& config, const TrainingPlaces& places, const RunContext& run = {});

}
