#pragma once

#include "engine/sequences/dataset_list.h"

#include <optional>
#include <string>

namespace engine {

/// The address that datasets are fetched from: what was asked for (`--from`), else the environment's
/// `POLYLOGUE_DATASETS`, else `datasets_base` in the user's settings.json; absent when nobody says.
/// @throws FormatError (`settings_invalid`) when the settings cannot be read.
std::optional<std::string> datasetsBase(const std::string& asked);

/// The file's address: its own, else base and name. `{id}` and `{group}` in the base become the dataset's and
/// the file's; what addresses may not hold is percent-encoded.
std::string addressOf(const std::string& base, const std::string& datasetId, const std::string& group,
                      const std::string& name);

}
