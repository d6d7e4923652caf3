#include "engine/recipes/recipe_writer.h"

#include "engine/core/json_text.h"
#include "engine/core/pending_file.h"
#include "engine/core/text_file.h"

namespace engine {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string pathFrom(const fs::path& file, const fs::path& folder)
{
    const fs::path way = folder.empty() ? fs::path() : file.lexically_relative(folder);
    return jsonPath(way.empty() ? file : way);
}

Json loadJson(const Load& load, const fs::path& folder)
{
    if (!load.folder.empty())
        return pathFrom(load.folder, folder);
    Json items = Json::array();
    for (const Load::Item& item : load.items) {
        Json entry = Json::object();
        if (!item.name.empty())
            entry["name"] = item.name;
        entry["file"] = pathFrom(item.file, folder);
        if (!item.offsets.empty())
            entry["offsets"] = item.offsets;
        items.push_back(std::move(entry));
    }
    return items;
}

Json functionsJson(const std::vector<CollapseFunction>& functions)
{
    Json names = Json::array();
    for (const CollapseFunction& function : functions)
        names.push_back(function.toString());
    return names;
}

/// `fields` of one step, beside `op`.
class StepFields {
public:
    explicit StepFields(const fs::path& folder) : m_folder(folder) { }

    Json operator()(const AlignStep& step) const
    {
        Json fields{{"reference", referenceJson(step.reference, m_folder)}};
        if (step.collapse.size() == 1 && step.collapse.contains("*"))
            fields["collapse"] = functionsJson(step.collapse.at("*"));
        else {
            for (const auto& [key, functions] : step.collapse)
                fields["collapse"][key] = functionsJson(functions);
        }
        return fields;
    }
    Json operator()(const ImputeStep& step) const
    {
        Json fields{{"reference", step.reference}};
        if (step.fill.size() == 1 && step.fill.contains("*"))
            fields["fill"] = name(step.fill.at("*"));
        else {
            for (const auto& [key, fill] : step.fill)
                fields["fill"][key] = name(fill);
        }
        return fields;
    }
    Json operator()(const UnifyStep& step) const
    {
        Json fields = active(step.active);
        if (step.wholeConversations) {
            fields["conversations"] = "whole";
            put(step.conversations, "list", fields);
        }
        return fields;
    }
    Json operator()(const HardUnifyStep& step) const { return active(step.active); }
    Json operator()(const RevertStep&) const { return Json::object(); }
    Json operator()(const SortStep&) const { return Json::object(); }
    Json operator()(const AddStep& step) const { return {{"load", loadJson(step.load, m_folder)}}; }
    Json operator()(const MergeStep& step) const
    {
        return {{"into", step.into}, {"load", loadJson(step.load, m_folder)}};
    }
    Json operator()(const RenameStep& step) const { return {{"from", step.from}, {"to", step.to}}; }
    Json operator()(const RemoveStep& step) const { return {{"name", step.name}}; }
    Json operator()(const RemoveIdStep& step) const
    {
        Json fields{{"id", step.id}};
        if (step.purge)
            fields["purge"] = true;
        return fields;
    }
    Json operator()(const FunctionalsStep& step) const
    {
        Json fields{{"of", step.of}, {"level", step.level}};
        if (const auto* key = std::get_if<std::string>(&step.per))
            fields["per"] = *key;
        else
            fields["per"] = referenceJson(std::get<SlidingWindow>(step.per), m_folder);
        fields["into"] = step.into;
        return fields;
    }

    Json operator()(const ConversationTimeStep& step) const
    {
        Json fields = Json::object();
        put(step.conversations, "conversations", fields);
        return fields;
    }
    Json operator()(const PartnerStep& step) const
    {
        Json fields{
            {"of", step.of}, {"into", step.into}, {"who", kPartnerNames[static_cast<std::size_t>(step.who)]}};
        if (step.who != Partner::Mean)
            fields["turns"] = step.turns;
        put(step.conversations, "conversations", fields);
        return fields;
    }

private:
    void put(const NamedConversations& conversations, const char* field, Json& fields) const
    {
        if (const auto* file = std::get_if<fs::path>(&conversations)) {
            fields[field] = pathFrom(*file, m_folder);
        } else if (const auto* given = std::get_if<std::vector<Conversation>>(&conversations)) {
            Json list;
            storeConversations(list, *given);
            fields[field] = list.at("conversations");
        }
    }

    static Json active(bool isActive) { return isActive ? Json::object() : Json{{"active", false}}; }

    const fs::path& m_folder;
};

Json tensorsJson(const TensorSettings& tensors)
{
    Json written{{"seq_len", tensors.length}};
    if (tensors.padBehind)
        written["direction"] = true;
    if (!tensors.unpadded.empty())
        written["non_sequences"] = tensors.unpadded;
    if (tensors.npz)
        written["npz"] = true;
    if (tensors.folds)
        written["folds"] = *tensors.folds;
    return written;
}

}

Json referenceJson(const AlignReference& reference, const fs::path& folder)
{
    if (const auto* key = std::get_if<std::string>(&reference))
        return *key;
    if (const auto* rate = std::get_if<FixedRate>(&reference))
        return {{"rate_hz", rate->hertz}};
    if (const auto* window = std::get_if<SlidingWindow>(&reference))
        return {{"window_s", window->window}, {"hop_s", window->hop}};
    const auto& frames = std::get<VideoFrames>(reference);
    Json written{{"frames_of", pathFrom(frames.file, folder)}};
    if (frames.fromFirstPicture)
        written["zero"] = "first_picture";
    return written;
}

Json recipeJson(const Recipe& recipe, const fs::path& folder)
{
    Json written{{"load", loadJson(recipe.load, folder)}, {"steps", Json::array()}};
    for (const RecipeStep& step : recipe.steps) {
        Json entry{{"op", name(step)}};
        entry.update(std::visit(StepFields(folder), step));
        written["steps"].push_back(std::move(entry));
    }
    written["output"] = recipe.output == RecipeOutput::Tensors ? "tensors"
        : recipe.output == RecipeOutput::Citations             ? "bib"
                                                               : "sequences";
    if (!recipe.outputFiles.empty())
        written["output_files"] = recipe.outputFiles;
    if (recipe.compression.gzipLevel > 0)
        written["compression"] = {{"filter", "gzip"}, {"level", recipe.compression.gzipLevel}};
    if (recipe.report)
        written["report"] = true;
    if (recipe.output == RecipeOutput::Tensors)
        written["tensors"] = tensorsJson(recipe.tensors);
    return written;
}

void writeRecipe(const Recipe& recipe, const fs::path& path)
{
    const fs::path folder = fs::absolute(path).parent_path();
    writeTextFile(path, jsonText(recipeJson(recipe, folder), 2) + "\n").commit();
}

}
