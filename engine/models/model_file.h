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

/// @throws IoError, FormatError: what readSafetensors(), modelCardFromJson(), createModel() and loadState()
/// say.
TrainedModel readModel(const std::filesystem::path& path);

/// @throws IoError (`io`). `path` is then what it was before.
void writeModel(const std::filesystem::path& path, const TrainedModel& trained);

}
