#include "engine/recipes/recipe_reader.h"

#include "engine/conversations/conversation_folds.h"
#include "engine/conversations/listed_conversations.h"
#include "engine/core/error.h"
#include "engine/core/json_fields.h"
#include "engine/core/json_text.h"
#include "engine/core/sha256.h"
#include "engine/recipes/recipe_files.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

std::filesystem::path inFolder(const std::filesystem::path& folder, const JsonValue& file)
{
    return (folder / file.text()).lexically_normal();
}

double seconds(JsonFields& fields, const char* field)
{
    return fields.at(field, "a number above 0").positive();
}

/// Seconds by video; absent: none.
VideoOffsets takeOffsets(JsonFields& fields)
{
    VideoOffsets offsets;
    if (const auto value = fields.find("offsets")) {
        JsonFields videos = value->fields("an object of seconds by video");
        for (const auto& [video, ignored] : value->json().items())
            offsets.emplace(video, videos.number(video, 0.0));
    }
    return offsets;
}

Load takeLoad(JsonFields& fields, const std::filesystem::path& folder)
{
    constexpr const char* expected = "a list of files, or a folder";
    const JsonValue value = fields.at("load", expected);
    Load load;
    if (value.json().is_string()) {
        load.folder = inFolder(folder, value);
        return load;
    }
    for (const JsonValue& item : value.items(expected)) {
        JsonFields file = item.fields();
        const std::filesystem::path path = inFolder(folder, file.at("file", "a text"));
        const std::string name = file.text("name", "");
        load.items.push_back({name, path, takeOffsets(file)});
        file.close();
    }
    return load;
}

VideoFrames takeFrames(JsonFields& fields, const std::filesystem::path& folder)
{
    VideoFrames frames{inFolder(folder, fields.at("frames_of", "a text")).string()};
    frames.fromFirstPicture = fields.choice("zero", {"earliest_stream", "first_picture"}) == "first_picture";
    return frames;
}

SlidingWindow takeWindow(JsonFields& fields)
{
    const double window = seconds(fields, "window_s");
    return {window, seconds(fields, "hop_s")};
}

AlignReference takeReference(JsonFields& step, const std::filesystem::path& folder)
{
    constexpr const char* expected
        = "a sequence, or {\"rate_hz\"}, {\"frames_of\"} or {\"window_s\", \"hop_s\"}";
    const JsonValue value = step.at("reference", expected);
    if (value.json().is_string())
        return value.text();
    JsonFields fields = value.fields(expected);
    AlignReference reference;
    if (fields.has("rate_hz"))
        reference = FixedRate{seconds(fields, "rate_hz")};
    else if (fields.has("frames_of"))
        reference = takeFrames(fields, folder);
    else if (fields.has("window_s"))
        reference = takeWindow(fields);
    else
        value.refuse(expected);
    fields.close();
    return reference;
}

std::vector<CollapseFunction> collapseFunctions(const JsonValue& value)
{
    std::vector<CollapseFunction> functions;
    for (const JsonValue& function : value.items("a list of functions"))
        functions.push_back(CollapseFunction::parse(function.text()));
    return functions;
}

AlignStep takeAlign(JsonFields& fields, const std::filesystem::path& folder)
{
    AlignStep step{takeReference(fields, folder), {}};
    const auto collapse = fields.find("collapse");
    if (collapse && collapse->json().is_object()) {
        JsonFields byKey = collapse->fields();
        for (const auto& [key, ignored] : collapse->json().items())
            step.collapse[key] = collapseFunctions(byKey.at(key, "a list of functions"));
    } else if (collapse) {
        step.collapse["*"] = collapseFunctions(*collapse);
    }
    return step;
}

ImputeStep takeImpute(JsonFields& fields)
{
    ImputeStep step{fields.text("reference"), {}};
    const auto fill = fields.find("fill");
    if (fill && fill->json().is_string()) {
        step.fill["*"] = parseFill(fill->text());
    } else if (fill) {
        JsonFields byKey = fill->fields("a fill, or an object with one per sequence");
        for (const auto& [key, ignored] : fill->json().items())
            step.fill[key] = parseFill(byKey.text(key));
    }
    return step;
}

FunctionalsStep takeFunctionals(JsonFields& fields)
{
    FunctionalsStep step;
    step.of = fields.text("of", step.of);
    step.level = fields.text("level", step.level);
    step.into = fields.text("into", step.into);
    constexpr const char* expected = "a sequence, or {\"window_s\", \"hop_s\"}";
    const JsonValue per = fields.at("per", expected);
    if (per.json().is_string()) {
        step.per = per.text();
        return step;
    }
    JsonFields window = per.fields(expected);
    step.per = takeWindow(window);
    window.close();
    return step;
}

/// @param value  a dataset list, or a list of conversations
NamedConversations conversationsFrom(const std::optional<JsonValue>& value,
                                     const std::filesystem::path& folder)
{
    if (!value)
        return {};
    if (value->json().is_string())
        return inFolder(folder, *value);
    if (!value->json().is_array())
        value->refuse("a dataset list, or a list of conversations");
    nlohmann::ordered_json field;
    field["conversations"] = nlohmann::ordered_json::parse(jsonText(value->json()));
    return conversationsOf(field, value->place().source);
}

/// `"conversations": "whole"`, whose conversations `list` may name.
UnifyStep takeUnify(JsonFields& fields, const std::filesystem::path& folder)
{
    UnifyStep step{fields.flag("active", true)};
    if (const auto conversations = fields.find("conversations")) {
        conversations->choice({"whole"});
        step.wholeConversations = true;
        step.conversations = conversationsFrom(fields.find("list"), folder);
    }
    return step;
}

PartnerStep takePartner(JsonFields& fields, const std::filesystem::path& folder)
{
    PartnerStep step;
    const JsonValue of = fields.at("of", "a list of sequences");
    step.of = of.texts();
    if (step.of.empty())
        of.refuse("a list of sequences");
    step.into = fields.text("into", step.into);
    if (step.into.empty())
        fields.at("into", "").refuse("the beginning of the new sequences' names");
    const std::string who = fields.choice("who", {kPartnerNames.begin(), kPartnerNames.end()});
    step.who = static_cast<Partner>(std::ranges::find(kPartnerNames, who) - kPartnerNames.begin());
    step.turns = fields.text("turns", step.turns);
    step.conversations = conversationsFrom(fields.find("conversations"), folder);
    return step;
}

RecipeStep stepFrom(const JsonValue& value, const std::filesystem::path& folder)
{
    JsonFields step = value.fields();
    const std::string op = step.text("op");
    RecipeStep result;
    if (op == "align")
        result = takeAlign(step, folder);
    else if (op == "impute")
        result = takeImpute(step);
    else if (op == "unify")
        result = takeUnify(step, folder);
    else if (op == "hard_unify")
        result = HardUnifyStep{step.flag("active", true)};
    else if (op == "revert")
        result = RevertStep{};
    else if (op == "sort")
        result = SortStep{};
    else if (op == "add")
        result = AddStep{takeLoad(step, folder)};
    else if (op == "merge")
        result = MergeStep{step.text("into"), takeLoad(step, folder)};
    else if (op == "rename")
        result = RenameStep{step.text("from"), step.text("to")};
    else if (op == "remove")
        result = RemoveStep{step.text("name")};
    else if (op == "remove_id")
        result = RemoveIdStep{step.text("id"), step.flag("purge", false)};
    else if (op == "functionals")
        result = takeFunctionals(step);
    else if (op == "conversation_time")
        result = ConversationTimeStep{conversationsFrom(step.find("conversations"), folder)};
    else if (op == "partner")
        result = takePartner(step, folder);
    else
        step.at("op", "").refuse(
            "align, impute, unify, hard_unify, revert, sort, add, merge, rename, remove, "
            "remove_id, functionals, conversation_time or partner");
    step.close();
    return result;
}

std::vector<std::vector<std::string>> foldsFrom(const JsonValue& value, const std::filesystem::path& folder)
{
    std::vector<std::vector<std::string>> folds;
    if (value.json().is_string()) { // a dataset list: its folds, train and valid and test first
        const DatasetList list = readDatasetList(inFolder(folder, value));
        std::vector<std::string> names{"train", "valid", "test"};
        for (const auto& [name, ids] : list.folds) {
            if (std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
        }
        const FoldLists entries = withEntries(list.folds, listedConversations(list));
        for (const std::string& name : names) {
            if (const auto found = entries.find(name); found != entries.end())
                folds.push_back(found->second);
        }
        return folds;
    }
    for (const JsonValue& fold : value.items("a list of lists of video ids"))
        folds.push_back(fold.texts());
    return folds;
}

TensorSettings tensorsFrom(JsonFields fields, const std::filesystem::path& folder)
{
    TensorSettings settings;
    settings.length = static_cast<std::size_t>(fields.at("seq_len", "a number of rows from 1").whole(1));
    settings.padBehind = fields.flag("direction", false);
    settings.unpadded = fields.texts("non_sequences");
    settings.npz = fields.flag("npz", false);
    if (const auto folds = fields.find("folds"))
        settings.folds = foldsFrom(*folds, folder);
    fields.close();
    return settings;
}

hdf5::Compression compressionFrom(JsonFields fields)
{
    fields.at("filter", "gzip").choice({"gzip"});
    const auto level = static_cast<int>(fields.whole("level", 4, 1, 9));
    fields.close();
    return {level};
}

/// @param hasTensors  what a recipe that is expected to fail makes is told by its other fields
RecipeOutput outputFrom(JsonFields& recipe, bool hasTensors)
{
    const std::string output = recipe.choice("output", {"sequences", "tensors", "integrity", "bib", "error"});
    if (output == "tensors" || (output == "error" && hasTensors))
        return RecipeOutput::Tensors;
    if (output == "integrity")
        return RecipeOutput::Integrity;
    return output == "bib" ? RecipeOutput::Citations : RecipeOutput::Sequences;
}

void takeOutputFiles(JsonFields& fields, Recipe& recipe)
{
    const auto files = fields.find("output_files");
    if (!files)
        return;
    JsonFields byKey = files->fields("an object: key to file name");
    for (const auto& [key, ignored] : files->json().items()) {
        const JsonValue file = byKey.at(key, "a file name without a folder");
        const std::string name = file.text();
        if (const std::string fault = faultOfOutputName(name); !fault.empty())
            file.complain(fmt::format("is {}, {}", jsonText(file.json()), fault));
        for (const auto& [other, taken] : recipe.outputFiles) {
            if (taken == name)
                file.complain(fmt::format("is {}, as that of {}", jsonText(file.json()), other));
        }
        recipe.outputFiles[key] = name;
    }
}

}

std::string name(const RecipeStep& step)
{
    constexpr std::array names{
        "align",  "impute",    "unify",       "hard_unify",        "revert", "sort", "add", "merge", "rename",
        "remove", "remove_id", "functionals", "conversation_time", "partner"};
    return names[step.index()];
}

Recipe parseRecipe(const json& value, const std::filesystem::path& folder, std::vector<std::string>& warnings)
{
    JsonFields fields(value, {"recipe_invalid", "recipe", ""});
    Recipe recipe;
    recipe.folder = folder;
    Sha256 hash;
    hash.addAll(jsonText(value));
    recipe.hash = hexadecimal(hash.digest());
    for (const char* free :
         {"title", "note", "case", "format", "compare", "collapse_note", "corrected", "materialise"})
        fields.find(free);
    const auto tensors = fields.find("tensors");
    recipe.output = outputFrom(fields, tensors.has_value());
    if (recipe.output == RecipeOutput::Integrity) {
        recipe.files = fields.at("files", "the list of files to check").texts();
    } else {
        recipe.files = fields.texts("files");
        recipe.load = takeLoad(fields, folder);
    }
    for (const JsonValue& step : fields.items("steps"))
        recipe.steps.push_back(stepFrom(step, folder));
    takeOutputFiles(fields, recipe);
    if (const auto compression = fields.find("compression"))
        recipe.compression = compressionFrom(compression->fields());
    recipe.report = fields.flag("report", false);
    if (tensors) {
        recipe.tensors = tensorsFrom(tensors->fields(), folder);
        if (const auto folds = tensors->fields().find("folds"); folds && folds->json().is_string())
            recipe.readFrom.push_back(inFolder(folder, *folds));
    } else if (recipe.output == RecipeOutput::Tensors)
        fields.at("tensors", "an object that says how long they are");
    for (const std::string& field : fields.unknown())
        warnings.push_back(fmt::format("The recipe's field '{}' is not known and does nothing.", field));
    return recipe;
}

std::vector<RecipeStep> parseSteps(const json& steps, const std::filesystem::path& folder)
{
    const JsonValue list(steps, {"recipe_invalid", "recipe", "steps"});
    std::vector<RecipeStep> parsed;
    for (const JsonValue& step : list.items("a list of steps"))
        parsed.push_back(stepFrom(step, folder));
    return parsed;
}

Recipe readRecipe(const std::filesystem::path& path, std::vector<std::string>& warnings)
{
    std::ifstream file(path);
    if (!file || std::filesystem::is_directory(path))
        throw IoError("file_not_found", path.string(), "there is no such recipe");
    try {
        Recipe recipe
            = parseRecipe(json::parse(file), std::filesystem::absolute(path).parent_path(), warnings);
        recipe.readFrom.push_back(path);
        return recipe;
    } catch (const json::exception& error) {
        throw FormatError("recipe_invalid", path.string(), std::string("is no JSON: ") + error.what());
    } catch (const FormatError& error) {
        if (error.code() != "recipe_invalid")
            throw;
        throw FormatError("recipe_invalid", path.string(), error.what());
    }
}

}
