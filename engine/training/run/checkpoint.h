#pragma once

#include "engine/models/flat_optimiser.h"
#include "engine/training/run/training_state.h"

#include <filesystem>
#include <map>
#include <string>

namespace engine {

/// Writes everything that training needs to go on, bit for bit, as a safetensors file. The tensors are the
/// model's state, its best state, and the states of the optimiser and of the objective. The rest, with the
/// states of both random generators, is JSON in the metadata. On an error `path` stays what it was before.
///
/// @param identity  identifies the model, the data and the settings
/// @param card  metadata of the model's card: with it, readModel() takes the best epoch so far as a model
/// @throws IoError (`io`).
void writeCheckpoint(const std::filesystem::path& path, const FusionModel& model,
                     const FlatOptimiser& optimiser, const TrainingState& state, const std::string& identity,
                     const std::map<std::string, std::string>& card = {});

/// Restores everything. @throws IoError; FormatError (code `bad_checkpoint`) when the file is not a
/// checkpoint, or has another identity.
TrainingState readCheckpoint(const std::filesystem::path& path, FusionModel& model, FlatOptimiser& optimiser,
                             const std::string& identity);

/// The stage of the run in which the checkpoint was written, counted from 0; 0 where there are no stages.
/// @throws IoError; FormatError (code `bad_checkpoint`) when the file is not a checkpoint.
std::size_t stageOfCheckpoint(const std::filesystem::path& path);

}
