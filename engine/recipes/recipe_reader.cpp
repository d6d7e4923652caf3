#include "engine/recipes/recipe_reader.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/recipes/recipe_files.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace engine {

namespace {

using nlohmann::json;

/// One JSON object whose fields are taken one by one; what nobody took is unknown.
class Fields {
public:
    Fields(const json& object, std::string place) : m_object(object), m_place(std::move(place))
    {
        if (!object.is_object())
            fail("is no object");
    }

    [[noreturn]] void fail(const std::string& what) const
    {
        throw FormatError("recipe_invalid", m_place, what);
    }
    [[noreturn]] void fail(const std::string& field, const std::string& expected) const
    {
        fail(fmt::format("'{}' is {}, expected {}", field, m_object.at(field).dump(), expected));
    }

    const json* take(const std::string& field)
    {
        m_taken.insert(field);
        const auto found = m_object.find(field);
        return found == m_object.end() ? nullptr : &*found;
    }

    std::string text(const std::string& field)
    {
        const json* value = take(field);
        if (!value)
            fail(fmt::format("lacks '{}'", field));
        if (!value->is_string())
            fail(field, "text");
        return *value;
    }

    bool truth(const std::string& field, bool otherwise)
    {
        const json* value = take(field);
        if (value && !value->is_boolean())
            fail(field, "true or false");
        return value ? value->get<bool>() : otherwise;
    }

    double seconds(const std::string& field)
    {
        const json* value = take(field);
        if (!value)
            fail(fmt::format("lacks '{}'", field));
        if (!value->is_number() || !(value->get<double>() > 0.0) || !std::isfinite(value->get<double>()))
            fail(field, "a positive number");
        return value->get<double>();
    }

    std::vector<std::string> texts(const std::string& field)
    {
        const json* value = take(field);
        if (!value)
            return {};
        if (!value->is_array()
            || !std::all_of(value->begin(), value->end(), [](auto& v) { return v.is_string(); }))
            fail(field, "a list of texts");
        return *value;
    }

    std::vector<std::string> unknown() const
    {
        std::vector<std::string> names;
        for (const auto& [field, value] : m_object.items()) {
            if (!m_taken.contains(field))
                names.push_back(field);
        }
        return names;
    }

    /// The end of an object in which every field must be known.
    void close() const
    {
        const std::vector<std::string> names = unknown();
        if (!names.empty())
            fail(fmt::format("has the unknown field{} {}", names.size() > 1 ? "s" : "",
                             fmt::join(names, ", ")));
    }

    const std::string& place() const { return m_place; }

private:
    const json& m_object;
    std::string m_place;
    std::set<std::string> m_taken;
};

/// Seconds by video; absent: none.
VideoOffsets takeOffsets(Fields& fields)
{
    VideoOffsets offsets;
    const json* value = fields.take("offsets");
    if (value && !value->is_object())
        fields.fail("offsets", "an object of seconds by video");
    if (!value)
        return offsets;
    for (const auto& [video, seconds] : value->items()) {
        if (!seconds.is_number() || !std::isfinite(seconds.get<double>()))
            fields.fail("offsets", "an object of seconds by video");
        offsets.emplace(video, seconds.get<double>());
    }
    return offsets;
}

Load parseLoad(const json& value, const std::filesystem::path& folder, const std::string& place)
{
    Load load;
    if (value.is_string()) {
        load.folder = (folder / value.get<std::string>()).lexically_normal();
        return load;
    }
    if (!value.is_array())
        throw FormatError("recipe_invalid", place, "'load' is neither a list of files nor a folder");
    for (const json& item : value) {
        Fields fields(item, fmt::format("{}, load[{}]", place, load.items.size()));
        const std::string file = fields.text("file");
        load.items.push_back({item.contains("name") ? fields.text("name") : "",
                              (folder / file).lexically_normal(), takeOffsets(fields)});
        fields.close();
    }
    return load;
}

Load takeLoad(Fields& fields, const std::filesystem::path& folder)
{
    const json* load = fields.take("load");
    if (!load)
        fields.fail("lacks 'load'");
    return parseLoad(*load, folder, fields.place());
}

VideoFrames takeFrames(Fields& fields, const std::filesystem::path& folder)
{
    VideoFrames frames{(folder / fields.text("frames_of")).lexically_normal().string()};
    if (const json* zero = fields.take("zero")) {
        frames.fromFirstPicture = *zero == "first_picture";
        if (!frames.fromFirstPicture && *zero != "earliest_stream")
            fields.fail("zero", "'earliest_stream' or 'first_picture'");
    }
    return frames;
}

SlidingWindow takeWindow(Fields& fields)
{
    return {fields.seconds("window_s"), fields.seconds("hop_s")};
}

AlignReference parseReference(const json& value, const std::filesystem::path& folder,
                              const std::string& place)
{
    if (value.is_string())
        return value.get<std::string>();
    Fields fields(value, place + ", reference");
    AlignReference reference;
    if (value.contains("rate_hz"))
        reference = FixedRate{fields.seconds("rate_hz")};
    else if (value.contains("frames_of"))
        reference = takeFrames(fields, folder);
    else if (value.contains("window_s"))
        reference = takeWindow(fields);
    else
        fields.fail("is neither a sequence nor {\"rate_hz\"}, {\"frames_of\"} or {\"window_s\", \"hop_s\"}");
    fields.close();
    return reference;
}

std::vector<CollapseFunction> parseFunctions(const json& value, const std::string& place)
{
    std::vector<CollapseFunction> functions;
    if (!value.is_array())
        throw FormatError("recipe_invalid", place, "'collapse' is no list of functions");
    for (const json& function : value) {
        if (!function.is_string())
            throw FormatError("recipe_invalid", place,
                              fmt::format("{} is no collapse function", function.dump()));
        functions.push_back(CollapseFunction::parse(function));
    }
    return functions;
}

AlignStep parseAlign(Fields& fields, const std::filesystem::path& folder)
{
    const json* reference = fields.take("reference");
    if (!reference)
        fields.fail("lacks 'reference'");
    AlignStep step{parseReference(*reference, folder, fields.place()), {}};
    const json* collapse = fields.take("collapse");
    if (collapse && collapse->is_object()) {
        for (const auto& [key, functions] : collapse->items())
            step.collapse[key] = parseFunctions(functions, fields.place());
    } else if (collapse && !collapse->is_null()) {
        step.collapse["*"] = parseFunctions(*collapse, fields.place());
    }
    return step;
}

ImputeStep parseImpute(Fields& fields)
{
    ImputeStep step{fields.text("reference"), {}};
    const json* fill = fields.take("fill");
    if (fill && fill->is_string()) {
        step.fill["*"] = parseFill(*fill);
    } else if (fill && fill->is_object()) {
        for (const auto& [key, name] : fill->items()) {
            if (!name.is_string())
                fields.fail("fill", "a fill, or an object with one per sequence");
            step.fill[key] = parseFill(name);
        }
    } else if (fill) {
        fields.fail("fill", "a fill, or an object with one per sequence");
    }
    return step;
}

FunctionalsStep parseFunctionals(Fields& fields)
{
    FunctionalsStep step;
    for (const auto& [field, value] :
         {std::pair("of", &step.of), {"level", &step.level}, {"into", &step.into}}) {
        if (fields.take(field))
            *value = fields.text(field);
    }
    const json* per = fields.take("per");
    if (!per)
        fields.fail("lacks 'per'");
    if (per->is_string()) {
        step.per = per->get<std::string>();
        return step;
    }
    Fields window(*per, fields.place() + ", per");
    step.per = takeWindow(window);
    window.close();
    return step;
}

RecipeStep parseStep(const json& value, const std::filesystem::path& folder, const std::string& numbered)
{
    Fields fields(value, numbered);
    const std::string op = fields.text("op");
    Fields step(value, numbered + " (" + op + ")");
    step.take("op");
    RecipeStep result;
    if (op == "align")
        result = parseAlign(step, folder);
    else if (op == "impute")
        result = parseImpute(step);
    else if (op == "unify")
        result = UnifyStep{step.truth("active", true)};
    else if (op == "hard_unify")
        result = HardUnifyStep{step.truth("active", true)};
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
        result = RemoveIdStep{step.text("id"), step.truth("purge", false)};
    else if (op == "functionals")
        result = parseFunctionals(step);
    else
        fields.fail(
            fmt::format("'{}' is no step; there are align, impute, unify, hard_unify, revert, sort, add, "
                        "merge, rename, remove, remove_id and functionals",
                        op));
    step.close();
    return result;
}

std::vector<std::vector<std::string>> parseFolds(const json& value, const std::filesystem::path& folder,
                                                 const std::string& place)
{
    std::vector<std::vector<std::string>> folds;
    if (value.is_string()) { // a dataset list: its folds, train and valid and test first
        const DatasetList list = readDatasetList((folder / value.get<std::string>()).lexically_normal());
        std::vector<std::string> names{"train", "valid", "test"};
        for (const auto& [name, ids] : list.folds) {
            if (std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
        }
        for (const std::string& name : names) {
            if (const auto found = list.folds.find(name); found != list.folds.end())
                folds.push_back(found->second);
        }
        return folds;
    }
    const auto isList = [](const json& fold) {
        return fold.is_array()
            && std::all_of(fold.begin(), fold.end(), [](auto& id) { return id.is_string(); });
    };
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), isList))
        throw FormatError("recipe_invalid", place, "'folds' is no list of lists of video ids");
    return value;
}

TensorSettings parseTensors(const json& value, const std::filesystem::path& folder, const std::string& place)
{
    Fields fields(value, place + ", tensors");
    TensorSettings settings;
    const json* length = fields.take("seq_len");
    if (!length || !length->is_number_integer() || length->get<std::int64_t>() < 1)
        fields.fail("lacks 'seq_len', a number of rows from 1");
    settings.length = length->get<std::size_t>();
    settings.padBehind = fields.truth("direction", false);
    settings.unpadded = fields.texts("non_sequences");
    settings.npz = fields.truth("npz", false);
    if (const json* folds = fields.take("folds"); folds && !folds->is_null())
        settings.folds = parseFolds(*folds, folder, fields.place());
    fields.close();
    return settings;
}

hdf5::Compression parseCompression(const json& value, const std::string& place)
{
    Fields fields(value, place + ", compression");
    const std::string filter = fields.text("filter");
    if (filter != "gzip")
        fields.fail("filter", "\"gzip\"");
    const json* level = fields.take("level");
    if (level && (!level->is_number_integer() || *level < 1 || *level > 9))
        fields.fail("level", "1 to 9");
    fields.close();
    return {level ? level->get<int>() : 4};
}

/// @param hasTensors  what a recipe that is expected to fail makes is told by its other fields
RecipeOutput parseOutput(const std::string& output, bool hasTensors, const std::string& place)
{
    if (output == "error")
        return hasTensors ? RecipeOutput::Tensors : RecipeOutput::Sequences;
    if (output == "sequences")
        return RecipeOutput::Sequences;
    if (output == "tensors")
        return RecipeOutput::Tensors;
    if (output == "integrity")
        return RecipeOutput::Integrity;
    if (output == "bib")
        return RecipeOutput::Citations;
    throw FormatError(
        "recipe_invalid", place,
        fmt::format("'output' is '{}', expected sequences, tensors, integrity, bib or error", output));
}

void parseOutputFiles(Fields& fields, Recipe& recipe)
{
    const json* files = fields.take("output_files");
    if (!files)
        return;
    if (!files->is_object())
        fields.fail("output_files", "an object: key to file name");
    for (const auto& [key, file] : files->items()) {
        const std::string fault
            = file.is_string() ? faultOfOutputName(file) : "expected a file name without a folder";
        if (!fault.empty())
            fields.fail(fmt::format("'output_files' gives {} the name {}, {}", key, file.dump(), fault));
        for (const auto& [other, name] : recipe.outputFiles) {
            if (name == file.get_ref<const std::string&>())
                fields.fail(
                    fmt::format("'output_files' gives {} and {} the same name, {}", other, key, name));
        }
        recipe.outputFiles[key] = file;
    }
}

}

std::string name(const RecipeStep& step)
{
    constexpr std::array names{"align", "impute", "unify",  "hard_unify", "revert",    "sort",
                               "add",   "merge",  "rename", "remove",     "remove_id", "functionals"};
    return names[step.index()];
}

Recipe parseRecipe(const json& value, const std::filesystem::path& folder, std::vector<std::string>& warnings)
{
    Fields fields(value, "recipe");
    Recipe recipe;
    recipe.folder = folder;
    Sha256 hash;
    hash.addAll(value.dump(-1, ' ', false, json::error_handler_t::replace));
    recipe.hash = hexadecimal(hash.digest());
    for (const char* free :
         {"title", "note", "case", "format", "compare", "collapse_note", "corrected", "materialise"})
        fields.take(free);
    recipe.files = fields.texts("files");
    recipe.output = value.contains("output")
        ? parseOutput(fields.text("output"), value.contains("tensors"), fields.place())
        : RecipeOutput::Sequences;
    if (recipe.output == RecipeOutput::Integrity) {
        if (recipe.files.empty())
            fields.fail("lacks 'files', the list of files to check");
    } else {
        recipe.load = takeLoad(fields, folder);
    }
    if (const json* steps = fields.take("steps")) {
        if (!steps->is_array())
            fields.fail("steps", "a list");
        for (const json& step : *steps)
            recipe.steps.push_back(
                parseStep(step, folder, fmt::format("recipe, step {}", recipe.steps.size() + 1)));
    }
    parseOutputFiles(fields, recipe);
    if (const json* compression = fields.take("compression"); compression && !compression->is_null())
        recipe.compression = parseCompression(*compression, fields.place());
    recipe.report = fields.truth("report", false);
    if (const json* tensors = fields.take("tensors")) {
        recipe.tensors = parseTensors(*tensors, folder, fields.place());
        if (const auto folds = tensors->find("folds"); folds != tensors->end() && folds->is_string())
            recipe.readFrom.push_back((folder / folds->get<std::string>()).lexically_normal());
    } else if (recipe.output == RecipeOutput::Tensors)
        fields.fail("lacks 'tensors', which says how long they are");
    for (const std::string& field : fields.unknown())
        warnings.push_back(fmt::format("The recipe's field '{}' is not known and does nothing.", field));
    return recipe;
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
