#pragma once

#include "engine/recipes/recipe.h"

#include <QString>

namespace widgets {

/// `Align to words`, `Impute missing`, …: a step in a person's words.
QString stepTitle(const engine::RecipeStep& step);
/// `words`, `10 rows per second`, `windows of 1 s each 0.5 s`, `frames of talk.mp4`.
QString referenceText(const engine::AlignReference& reference);
/// `mean, std`; `all rows` for none; `as it is` for text that is only passed through.
QString functionsText(const std::vector<engine::CollapseFunction>& functions);
QString fillText(engine::Fill fill);

/// The sequences that there are after the first `steps` steps, as far as the recipe itself names them.
std::vector<std::string> keysAfter(const engine::Recipe& recipe, std::size_t steps);

}
