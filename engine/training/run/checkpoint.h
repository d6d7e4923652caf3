#pragma once

#include "engine/models/flat_adam.h"
#include "engine/training/run/training_state.h"

#include <filesystem>
#include <map>
#include <string>

namespace engine {

/// Writes all that training needs to go on, bit for bit, as a safetensors file: the model's state, the best
/// one, the optimiser's, what the objective remembers; as JSON in its metadata the rest, the states of both
/// random generators included. `path` is the whole file or what it was before.
///
/// @param identity  of what is trained on what, and how
/// @param card  metadata of the model's card: with it, readModel() takes the best epoch so far as a model
/// @throws IoError (`io`).
void writeCheckpoint(const std::filesystem::path& path, const FusionModel& model, const FlatAdam& optimiser,
                     const TrainingState& state, const std::string& identity,
                     const std::map<std::string, std::string>& card = {});

/// Puts everything back. @throws IoError; FormatError (code `bad_checkpoint`) when it is none, or of
/// something else.
TrainingState readCheckpoint(const std::filesystem::path& path, FusionModel& model, FlatAdam& optimiser,
                             const std::string& identity);

}
