#pragma once

#include "engine/alignment/segment_rows.h"

#include <nlohmann/json_fwd.hpp>

namespace engine {

/// {"words": …, "text": …, "acoustic": …, "visual": …, "labels": …, "collapse": "mean"}.
nlohmann::json toJson(const SegmentRecipe& recipe);

/// Absent fields keep their default. @throws FormatError (code `recipe_invalid`) for an unknown field.
SegmentRecipe segmentRecipeFromJson(const nlohmann::json& json);

}
