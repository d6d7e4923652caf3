#pragma once

#include "engine/model_files/data_options.h"
#include "engine/model_files/model_card.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/figures/scores.h"
#include "engine/training/run/stage_settings.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What `polylogue-models train` should do; in brackets the names in JSON. Paths are relative to the file.
struct TrainConfig {
    FeatureSource source; ///< (data) a .h5 or .npz file of features; or (dataset) a dataset.json and (recipe)
                          ///< the sequences of the dataset
    std::string name; ///< (name) of the model, for people; its class when absent
    /// (model) {"class": "LMF", …} without the sizes that the data decide: d_l, d_a, d_v, out_dim; in a file
    /// also a class's name alone, for the sizes and settings it was published with. It is JSON as
    /// ModelCard::architecture is.
    nlohmann::json model;
    std::vector<LabelCard> labels; ///< (labels) [{"name", "column", "range"}]; absent: sentiment in column 0
                                   ///< of a dataset, all columns of a file
    std::optional<Task> task; ///< (task) `regression`, …; chosen from the labels when absent
    TrainingSettings training; ///< (training)
    std::vector<StageSettings> stages; ///< (stages) in order; absent: the model's usual ones, if it has any
    std::optional<BeginWith> beginWith; ///< (begin_with) weights that training begins with
    EnabledModalities modalities{true, true, true}; ///< (modalities) ["text", "acoustic", "visual"]
    DataOptions input; ///< (normalise, clip, nan, window, steps, split)
    /// (alone) also train each modality alone; when absent, only for datasets, not for files, and not for
    /// models that learn in stages.
    bool trainsAlone = true;
    bool writesResults
        = false; ///< (results) tables and tensors of the run beside the model (result_tables.h)
    double presenceThreshold
        = kPresenceThreshold; ///< (presence_threshold) a predicted intensity above it is presence
    bool tunesThresholds = false; ///< (thresholds: `tuned`) of yes and no, by label, on the validation fold
    int decimals = 3; ///< (decimals) of printed figures
};

/// @param source  for messages. @throws FormatError (`bad_config`) naming the field.
TrainConfig trainConfigFromJson(const nlohmann::json& config, const std::string& source);

/// A configuration as it was written and as it was understood, with the name of where it is from.
struct RunConfig {
    nlohmann::json written;
    std::string source; ///< for messages
    TrainConfig values;

    /// @throws FormatError as trainConfigFromJson().
    static RunConfig from(nlohmann::json written, std::string source);
};

}
