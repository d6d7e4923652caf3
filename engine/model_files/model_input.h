#pragma once

#include "engine/model_files/data_options.h"

namespace engine {

/// How segments become a model's input, so that later ones are made as those that it learnt from; in brackets
/// the names in JSON. Fields that this program does not know are not kept.
struct ModelInput {
    DataOptions options; ///< fields beside those below
    bool isUnaligned = false; ///< (unaligned) trained on unaligned segments; aligned ones are taken as well
    std::optional<double> presenceThreshold; ///< (presence_threshold) absent from the oldest cards
    std::map<std::string, double> thresholds; ///< (thresholds) of yes and no by label, where they were tuned

    friend bool operator==(const ModelInput&, const ModelInput&) = default;
};

/// @throws FormatError naming the field.
ModelInput modelInputFrom(JsonFields fields);

nlohmann::json toJson(const ModelInput& input);

}
