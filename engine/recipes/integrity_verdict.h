#pragma once

#include "engine/recipes/recipe_plan.h"

#include <nlohmann/json_fwd.hpp>

namespace engine {

/// The verdict on one file by the rules of the SDK: `loads`, `data_valid`, `error` (`{code, message}` or
/// null), `entries_bad` (id → rules broken), `metadata`, `missing_metadata`, and our `findings` beside them.
nlohmann::json integrityVerdict(const std::filesystem::path& file, const OpenSequence& open);

}
