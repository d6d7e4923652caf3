#pragma once

#include "engine/model_files/model_card.h"
#include "engine/training/data_options.h"
#include "engine/training/feature_source.h"
#include "engine/training/scores.h"
#include "engine/training/training_settings.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What `polylogue-models train` is to do; in brackets the names in JSON. Paths are relative to the file.
struct TrainConfig {
    FeatureSource
        source; ///< (data) features, .h5 or .npz, or (dataset) a dataset.json and (recipe) its sequences
    std::string name; ///< (name) of the model, for people; its class when absent
    nlohmann::json
        model; ///< (model) {"class": "LMF", …} without the sizes that the data decide: d_l, d_a, d_v,
               ///< out_dim; or a class's name alone, for the sizes and settings it was published with
    std::vector<LabelCard> labels; ///< (labels) [{"name", "column", "range"}]; absent: sentiment in column 0
                                   ///< of a dataset, all columns of a file
    std::optional<Task> task; ///< (task) `regression`, …; chosen from the labels when absent
    TrainingSettings training; ///< (training)
    EnabledModalities modalities{true, true, true}; ///< (modalities) ["text", "acoustic", "visual"]
    DataOptions input; ///< (normalise, clip, nan, window, steps, split)
    bool trainsAlone = true; ///< (alone) also each modality alone; absent: for datasets, not for files
    bool writesResults
        = false; ///< (results) tables and tensors of the run beside the model (result_tables.h)
    double presenceThreshold
        = kPresenceThreshold; ///< (presence_threshold) a predicted intensity above it is presence
    int decimals = 3; ///< (decimals) of printed figures
};

/// The configuration as it stands in a file, with fields set by setFields(): paths made absolute (those of
/// the file are relative to it, those of the fields to the current folder) and splits that lie in files of
/// their own (`standard_folds.json#CMU_MOSI`) put in. @throws IoError (`file_not_found`); FormatError
/// (`bad_config`).
nlohmann::json readConfig(const std::filesystem::path& path, const std::vector<std::string>& fields = {});

/// The configuration of a class with the sizes and settings it was published with, on a file of features.
/// @throws FormatError (`unknown_model`), and as readConfig().
nlohmann::json publishedConfig(const std::string& model, const std::filesystem::path& data,
                               const std::vector<std::string>& fields = {});

/// A class's name alone as `model` stands for what it was published with, which is put in; what the
/// configuration says itself goes before that. @throws FormatError (`unknown_model`).
void fillModel(nlohmann::json& config);

/// Sets a field: `training.lr`. One of a model that is only named goes into what the name stands for.
/// @throws FormatError (`bad_config`) for what goes into something that has no fields.
void setField(nlohmann::json& config, const std::string& path, const nlohmann::json& value);
/// Sets fields: `training.lr=1e-3`, the `model` before the others. A value that is no JSON is a text.
/// @throws FormatError (`bad_config`), also for what has no `=`.
void setFields(nlohmann::json& config, std::vector<std::string> assignments);

/// @param source  for messages. @throws FormatError (`bad_config`) naming the field.
TrainConfig trainConfigFromJson(const nlohmann::json& config, const std::string& source);

/// readConfig() and trainConfigFromJson().
TrainConfig readTrainConfig(const std::filesystem::path& path);

}
