#pragma once

#include "engine/models/serving/begin_with.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/run/training_settings.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// One stage of a run; in brackets the names in JSON. A stage that is nothing but its name may stand as a
/// text.
struct StageSettings {
    std::string name; ///< (stage) one that the model offers: `translate`
    TrainingSettings training; ///< (training) the run's, with these fields instead
    std::optional<FeatureSource> source; ///< (data, or dataset and recipe) instead of the run's
    std::vector<std::string>
        learns; ///< (learns) beginnings of parameters' names, instead of the model's choice
    std::optional<BeginWith> beginWith; ///< (begin_with) weights that are read before it
};

/// @param training  the run's fields, of which each stage overrides some
/// @throws FormatError naming the field.
std::vector<StageSettings> stagesFrom(const JsonValue& stages, const nlohmann::json& training);

/// A file's path, or {"file": …, "map": {"name in the file": "name in the model"}}.
/// @throws FormatError naming the field.
BeginWith beginWithFrom(const JsonValue& value);

}
