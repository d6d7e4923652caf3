#include "engine/training/run/recipe_json.h"

#include "engine/core/error.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

constexpr double kMostHertz = 1000.0;
constexpr double kLongestWindow = 3600.0; ///< seconds
constexpr double kShortestHop = 0.01; ///< seconds

[[noreturn]] void refuseRecipe(const std::string& field, const json& value, const std::string& expected)
{
    throw FormatError("recipe_invalid", "recipe." + field, "is " + value.dump() + ", expected " + expected);
}

double between(const std::string& field, const json& value, double low, double high)
{
    if (!value.is_number() || !(value.get<double>() >= low) || value.get<double>() > high)
        refuseRecipe(field, value, "a number from " + json(low).dump() + " to " + json(high).dump());
    return value.get<double>();
}

/// What has only these fields.
void requireFields(const std::string& field, const json& value, std::initializer_list<const char*> names,
                   const char* expected)
{
    if (!value.is_object() || !value.contains(*names.begin()))
        refuseRecipe(field, value, expected);
    for (const auto& [key, ignored] : value.items()) {
        if (std::ranges::find(names, key) == names.end())
            throw FormatError("recipe_invalid", "recipe." + field, "unknown field " + key);
    }
}

void readRows(const json& value, SegmentRecipe& recipe)
{
    if (value == "words")
        return;
    if (value == "own") {
        recipe.hasOwnRows = true;
        return;
    }
    requireFields("rows", value, {"rate_hz"}, R"("words", "own" or {"rate_hz": 25})");
    recipe.rate = FixedRate{between("rows.rate_hz", value.at("rate_hz"), 1.0 / kMostHertz, kMostHertz)};
}

void readColumns(const json& value, SegmentRecipe& recipe)
{
    const bool areTexts = value.is_array() && !value.empty()
        && std::ranges::all_of(value, [](const json& name) { return name.is_string(); });
    if (!areTexts)
        refuseRecipe("acoustic_columns", value, R"(names of columns, such as ["mfcc_*"])");
    recipe.acousticColumns = value.get<std::vector<std::string>>();
}

void readFill(const json& value, SegmentRecipe& recipe)
{
    if (!value.is_string())
        refuseRecipe("impute", value, "none, zeros, ones, mean, linear, hold or nearest");
    if (value == "none")
        recipe.fill.reset();
    else
        recipe.fill = parseFill(value.get<std::string>());
}

void readSegments(const json& value, SegmentRecipe& recipe)
{
    if (value == "labels")
        return;
    requireFields("segments", value, {"window_s", "hop_s"}, R"("labels" or {"window_s": 2, "hop_s": 0.5})");
    SlidingWindow windows;
    windows.window = between("segments.window_s", value.at("window_s"), kShortestHop, kLongestWindow);
    windows.hop
        = between("segments.hop_s", value.value("hop_s", json(windows.window)), kShortestHop, kLongestWindow);
    recipe.windows = windows;
}

}

json toJson(const SegmentRecipe& recipe)
{
    json object{{"words", recipe.words},       {"text", recipe.text},
                {"acoustic", recipe.acoustic}, {"visual", recipe.visual},
                {"labels", recipe.labels},     {"collapse", recipe.collapse.toString()}};
    if (!recipe.acousticColumns.empty())
        object["acoustic_columns"] = recipe.acousticColumns;
    if (recipe.fill != Fill::Zeros)
        object["impute"] = recipe.fill ? name(*recipe.fill) : "none";
    if (recipe.hasOwnRows)
        object["rows"] = "own";
    if (recipe.rate)
        object["rows"] = {{"rate_hz", recipe.rate->hertz}};
    if (recipe.windows)
        object["segments"] = {{"window_s", recipe.windows->window}, {"hop_s", recipe.windows->hop}};
    if (recipe.isScaledByVideo)
        object["scale"] = "video";
    return object;
}

SegmentRecipe segmentRecipeFromJson(const json& object)
{
    SegmentRecipe recipe;
    if (!object.is_null() && !object.is_object())
        throw FormatError("recipe_invalid", "recipe",
                          "is " + object.dump() + ", expected an object with fields");
    for (const auto& [key, value] : object.items()) {
        if (key == "rows") {
            readRows(value, recipe);
            continue;
        }
        if (key == "segments") {
            readSegments(value, recipe);
            continue;
        }
        if (key == "impute") {
            readFill(value, recipe);
            continue;
        }
        if (key == "acoustic_columns") {
            readColumns(value, recipe);
            continue;
        }
        if (key == "scale") {
            if (value != "none" && value != "video")
                refuseRecipe(key, value, R"("none" or "video")");
            recipe.isScaledByVideo = value == "video";
            continue;
        }
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
    if (recipe.isScaledByVideo && !recipe.isTimed())
        throw FormatError("recipe_invalid", "recipe.scale",
                          "is \"video\", which is for windows, or for rows that are no words");
    if (recipe.fill != Fill::Zeros && recipe.isTimed())
        throw FormatError("recipe_invalid", "recipe.impute",
                          "is for rows that are words, in segments of the labels");
    return recipe;
}

}
