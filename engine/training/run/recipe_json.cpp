#include "engine/training/run/recipe_json.h"

#include <utility>

namespace engine {

namespace {

using nlohmann::json;

constexpr double kMostHertz = 1000.0;
constexpr double kLongestWindow = 3600.0; ///< seconds
constexpr double kShortestHop = 0.01; ///< seconds

void readRows(const JsonValue& value, SegmentRecipe& recipe)
{
    recipe.hasOwnRows = value.json() == "own";
    if (recipe.hasOwnRows || value.json() == "words")
        return;
    JsonFields fields = value.fields(R"("words", "own" or {"rate_hz": 25})");
    recipe.rate = FixedRate{fields.at("rate_hz", "a number").number(1.0 / kMostHertz, kMostHertz)};
    fields.close();
}

void readFill(const JsonValue& value, SegmentRecipe& recipe)
{
    if (!value.json().is_string())
        value.refuse("none, zeros, ones, mean, linear, hold or nearest");
    if (value.text() == "none")
        recipe.fill.reset();
    else
        recipe.fill = parseFill(value.text());
}

void readSegments(const JsonValue& value, SegmentRecipe& recipe)
{
    if (value.json() == "labels")
        return;
    JsonFields fields = value.fields(R"("labels" or {"window_s": 2, "hop_s": 0.5})");
    SlidingWindow windows;
    windows.window = fields.at("window_s", "a number").number(kShortestHop, kLongestWindow);
    windows.hop = fields.number("hop_s", windows.window, kShortestHop, kLongestWindow);
    recipe.windows = windows;
    fields.close();
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
    if (recipe.isOfListeners)
        object["about"] = "listening";
    return object;
}

SegmentRecipe segmentRecipeFrom(const JsonValue& value)
{
    SegmentRecipe recipe;
    JsonFields fields = value.fields();
    if (const auto about = fields.find("about");
        about && about->choice({"speaking", "listening"}) == "listening")
        recipe = aboutListening(std::move(recipe));
    for (const auto& [field, name] : {std::pair("words", &recipe.words),
                                      {"text", &recipe.text},
                                      {"acoustic", &recipe.acoustic},
                                      {"visual", &recipe.visual},
                                      {"labels", &recipe.labels}})
        *name = fields.text(field, *name);
    if (const auto collapse = fields.find("collapse"))
        recipe.collapse = CollapseFunction::parse(collapse->text());
    if (const auto columns = fields.find("acoustic_columns")) {
        recipe.acousticColumns = columns->texts();
        if (recipe.acousticColumns.empty())
            columns->refuse(R"(names of columns, such as ["mfcc_*"])");
    }
    if (const auto rows = fields.find("rows"))
        readRows(*rows, recipe);
    if (const auto segments = fields.find("segments"))
        readSegments(*segments, recipe);
    const auto fill = fields.find("impute");
    if (fill)
        readFill(*fill, recipe);
    if (recipe.isOfListeners && recipe.windows)
        value.complain(
            "is about listening, of which only labels tell when; segments are expected to be labels");
    const auto scale = fields.find("scale");
    recipe.isScaledByVideo = scale && scale->choice({"none", "video"}) == "video";
    if (recipe.isScaledByVideo && !recipe.isTimed())
        scale->refuse("\"none\": a scale is for windows, or for rows that are no words");
    if (fill && recipe.fill != Fill::Zeros && recipe.isTimed())
        fill->refuse("zeros: another fill is for rows that are words, in segments of the labels");
    fields.close();
    return recipe;
}

SegmentRecipe segmentRecipeFromJson(const json& object)
{
    return object.is_null() ? SegmentRecipe() : segmentRecipeFrom({object, {"recipe_invalid", "", "recipe"}});
}

}
