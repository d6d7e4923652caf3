#pragma once

#include "engine/model_files/model_card.h"
#include "engine/models/fusion_model.h"

#include <filesystem>
#include <memory>

namespace engine {

/// A model with its weights, in evaluation mode, and its card.
struct TrainedModel {
    std::shared_ptr<FusionModel> model;
    ModelCard card;
};

/// Metadata by which a file of tensors is the checkpoint of a training run, and what the names of its best
/// epoch's weights start with.
inline constexpr const char* kCheckpointKey = "polylogue_checkpoint";
inline constexpr const char* kBestInCheckpoint = "best/";

/// Of a checkpoint, the best epoch so far.
/// @throws IoError, FormatError: what readSafetensors(), modelCardFromJson(), createModel() and loadState()
/// say; FormatError (`bad_checkpoint`) for a checkpoint of a run that has no epoch behind it.
TrainedModel readModel(const std::filesystem::path& path);

/// @throws IoError (`io`). `path` is then what it was before.
void writeModel(const std::filesystem::path& path, const TrainedModel& trained);

}
