#pragma once

#include "engine/recipes/recipe_plan.h"

namespace engine {

/// Cuts the videos of a plan, in their order, into parts with about as many values to read: none has more
/// than its share and the half of a video at either end. An entry that cannot be read counts as empty;
/// reading it is what says so.
/// @param parts  at least 1
/// @return parts + 1 places in plan.videos: part k is from the k-th up to the next
std::vector<std::size_t> cutsByValues(const RecipePlan& plan, std::size_t parts);

}
