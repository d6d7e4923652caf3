#pragma once

#include "engine/recipes/recipe.h"

#include <type_traits>

namespace engine {

/// Calls `visit` with every Load of a recipe: its own, and those of the steps that add or merge files, in
/// order.
/// @param recipe  may be const; otherwise the visitor may change it
template <typename RecipeType, typename Visit>
requires std::is_same_v<std::remove_const_t<RecipeType>, Recipe>
void forEachLoad(RecipeType& recipe, const Visit& visit)
{
    visit(recipe.load);
    for (auto& step : recipe.steps) {
        if (auto* added = std::get_if<AddStep>(&step))
            visit(added->load);
        else if (auto* merged = std::get_if<MergeStep>(&step))
            visit(merged->load);
    }
}

}
