#pragma once

#include "engine/sequences/dataset_list.h"

#include <optional>
#include <string>

namespace engine {

/// The address that datasets are fetched from: `asked` (from `--from`), else the environment variable
/// `POLYLOGUE_DATASETS`, else `datasets_base` in the user's settings.json; absent when none of them is set.
/// @throws FormatError (`settings_invalid`) when the settings cannot be read.
std::optional<std::string> datasetsBase(const std::string& asked);

/// The address of a file: base and name. `{id}` and `{group}` in the base are replaced by the dataset's id
/// and the file's group; characters that addresses may not hold are percent-encoded.
std::string addressOf(const std::string& base, const std::string& datasetId, const std::string& group,
                      const std::string& name);

}
