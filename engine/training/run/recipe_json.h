#pragma once

#include "engine/alignment/segment_rows.h"

#include <nlohmann/json_fwd.hpp>

namespace engine {

/// {"words": …, "text": …, "acoustic": …, "visual": …, "labels": …, "collapse": "mean"}.
nlohmann::json toJson(const SegmentRecipe& recipe);

/// Fields that are absent keep their default. @throws FormatError (code `recipe_invalid`) for an unknown one.
SegmentRecipe segmentRecipeFromJson(const nlohmann::json& json);

}
