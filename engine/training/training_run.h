#pragma once

#include "engine/training/report.h"
#include "engine/training/train_config.h"

#include <filesystem>

namespace engine {

/// Trains the model of `config` on its dataset and writes it, with its card, to `out`.
///
/// Beside it each of its modalities is trained alone under the same settings, the others held at their mean.
/// Those models are scored and dropped; their scores stand in the card, next to the model's own.
///
/// @param command  the command line, for the card.
/// @return         the scores of all of them on all folds.
/// @throws FormatError, ShapeError, IoError: what the dataset, the model or the file say; Cancelled. `out` is
/// then what
///         it was before.
Report trainAndWrite(const TrainConfig& config, const std::string& command, const std::filesystem::path& out,
                     const RunContext& run = {});

}
