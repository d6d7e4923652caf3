#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/models/model_card.h"
#include "engine/training/training_settings.h"
#include "engine/worker/messages.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine {

/// What `polylogue-models train` is to do; in brackets the names in JSON. Paths are relative to the file.
struct TrainConfig {
    std::filesystem::path dataset; ///< (dataset) a dataset.json
    std::string name; ///< (name) of the model, for people; its class when absent
    nlohmann::json
        model; ///< (model) {"class": "LMF", …} without the sizes that the data decide: d_l, d_a, d_v, out_dim
    SegmentRecipe recipe; ///< (recipe) which sequences; every field has a default
    std::vector<LabelCard>
        labels; ///< (labels) [{"name", "column", "range"}]; sentiment in column 0 when absent
    TrainingSettings training; ///< (training)
    EnabledModalities modalities{true, true, true}; ///< (modalities) ["text", "acoustic", "visual"]
};

/// @throws IoError (`file_not_found`); FormatError (`bad_config`) naming the field.
TrainConfig readTrainConfig(const std::filesystem::path& path);

}
