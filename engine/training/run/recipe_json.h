#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/core/json_fields.h"

namespace engine {

/// {"words": …, "text": …, "acoustic": …, "visual": …, "labels": …, "collapse": "mean"}.
nlohmann::json toJson(const SegmentRecipe& recipe);

/// Absent fields keep their default. @throws FormatError naming the field.
SegmentRecipe segmentRecipeFrom(const JsonValue& value);

/// The same of a card, where null has all defaults. @throws FormatError (code `recipe_invalid`).
SegmentRecipe segmentRecipeFromJson(const nlohmann::json& json);

}
