#include "engine/training/run/recipe_json.h"

#include "engine/core/error.h"

#include <nlohmann/json.hpp>

namespace engine {

nlohmann::json toJson(const SegmentRecipe& recipe)
{
    return {{"words", recipe.words},   {"text", recipe.text},     {"acoustic", recipe.acoustic},
            {"visual", recipe.visual}, {"labels", recipe.labels}, {"collapse", recipe.collapse.toString()}};
}

SegmentRecipe segmentRecipeFromJson(const nlohmann::json& json)
{
    SegmentRecipe recipe;
    if (!json.is_null() && !json.is_object())
        throw FormatError("recipe_invalid", "recipe",
                          "is " + json.dump() + ", expected an object with fields");
    for (const auto& [key, value] : json.items()) {
        if (!value.is_string())
            throw FormatError("recipe_invalid", "recipe", key + " should be a text");
        const auto text = value.get<std::string>();
        if (key == "words")
            recipe.words = text;
        else if (key == "text")
            recipe.text = text;
        else if (key == "acoustic")
            recipe.acoustic = text;
        else if (key == "visual")
            recipe.visual = text;
        else if (key == "labels")
            recipe.labels = text;
        else if (key == "collapse")
            recipe.collapse = CollapseFunction::parse(text);
        else
            throw FormatError("recipe_invalid", "recipe", "unknown field " + key);
    }
    return recipe;
}

}
