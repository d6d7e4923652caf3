#pragma once

#include "engine/core/tensor.h"
#include "engine/model_files/model_card.h"
#include "engine/models/fusion_model.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace engine {

/// A model with its weights, in evaluation mode, and its card.
struct TrainedModel {
    std::shared_ptr<FusionModel> model;
    ModelCard card;
};

/// The metadata field that makes a file of tensors the checkpoint of a training run, and the prefix of the
/// names of its best epoch's weights.
inline constexpr const char* kCheckpointKey = "polylogue_checkpoint";
inline constexpr const char* kBestInCheckpoint = "best/";

/// Reads a model file, or the best epoch so far of a checkpoint; of `ready`, where there is no such file, the
/// model that comes with the program.
/// @throws IoError, FormatError as readSafetensors(), modelCardFromJson(), createModel() and loadState();
/// FormatError (`bad_checkpoint`) for a checkpoint of a run that has not finished an epoch.
TrainedModel readModel(const std::filesystem::path& path);

/// The tensors of a model file, of any file of weights, or of the best epoch so far of a checkpoint, without
/// asking whose they are; those that are no floats are left.
/// @throws IoError, FormatError as readSafetensors() does, and `bad_checkpoint`.
std::map<std::string, Tensor> readWeights(const std::filesystem::path& path);

/// @throws IoError (`io`); `path` then stays what it was before.
void writeModel(const std::filesystem::path& path, const TrainedModel& trained);

}
