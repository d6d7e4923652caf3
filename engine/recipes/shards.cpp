#include "engine/recipes/shards.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"
#include "engine/recipes/tensor_merge.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

json readShardJson(const fs::path& path)
{
    std::ifstream file(path);
    if (!file)
        throw IoError("file_not_found", path.string(), "is missing; is this the result of run --shard?");
    try {
        return json::parse(file);
    } catch (const json::exception& error) {
        throw FormatError("data_invalid", path.string(), error.what());
    }
}

/// The folders in the order of their shards.
std::vector<fs::path> inOrder(const std::vector<fs::path>& folders, ShardNote& common)
{
    std::vector<fs::path> ordered;
    for (const fs::path& folder : folders) {
        const ShardNote note = readShardNote(folder);
        if (ordered.empty()) {
            common = note;
            ordered.resize(note.shards);
        }
        if (note.recipe != common.recipe || note.shards != common.shards)
            throw FormatError("data_invalid", folder.string(),
                              fmt::format("is no shard of the same run as {}", folders.front().string()));
        if (!ordered[note.shard].empty())
            throw FormatError("data_invalid", folder.string(),
                              fmt::format("is shard {} of {}, and so is {}", note.shard + 1, note.shards,
                                          ordered[note.shard].string()));
        ordered[note.shard] = folder;
    }
    for (std::size_t shard = 0; shard < ordered.size(); ++shard) {
        if (ordered[shard].empty())
            throw FormatError("data_invalid", folders.front().string(),
                              fmt::format("shard {} of {} is missing", shard + 1, ordered.size()));
    }
    return ordered;
}

/// The recipe that joins the shards' sequences: each of the first, with those of the others merged into it.
Recipe mergingRecipe(const std::vector<fs::path>& shards, const ShardNote& note)
{
    Recipe recipe;
    recipe.compression = {note.gzipLevel};
    for (const auto& item : fs::directory_iterator(shards.front())) {
        if (item.path().extension() != ".csd")
            continue;
        const std::string file = item.path().filename().string();
        recipe.load.items.push_back({file, item.path()});
        recipe.outputFiles[file] = file;
    }
    std::ranges::sort(recipe.load.items, {}, &Load::Item::name);
    for (const Load::Item& item : recipe.load.items) {
        MergeStep merge{item.name, {}};
        for (auto shard = shards.begin() + 1; shard != shards.end(); ++shard)
            merge.load.items.push_back({item.name, *shard / item.name});
        recipe.steps.push_back(std::move(merge));
    }
    return recipe;
}

/// Objects are united, for a report is divided by videos; everything else is the same in all shards.
void unite(json& all, const json& part)
{
    for (const auto& [field, value] : part.items()) {
        if (value.is_object() && all.contains(field))
            unite(all[field], value);
        else
            all[field] = value;
    }
}

/// What is joined, and where it would go: files of the same names in the folder of the result.
void refuseShardsAsResults(const std::vector<fs::path>& shards, const fs::path& out)
{
    std::vector<fs::path> inputs = shards;
    std::vector<fs::path> outputs{out};
    for (const fs::path& shard : shards) {
        for (const auto& item : fs::directory_iterator(shard)) {
            inputs.push_back(item.path());
            outputs.push_back(out / item.path().filename());
        }
    }
    refuseInputsAsOutputs(inputs, outputs);
}

void mergeReports(const std::vector<fs::path>& shards, const fs::path& out, RunSummary& summary)
{
    if (!fs::exists(shards.front() / "alignment.json"))
        return;
    json all = readShardJson(shards.front() / "alignment.json");
    json foldless = json::array();
    std::set<std::string> warnings; // most are said by every shard
    std::vector<json> nothingRemains = all.value("nothing_remains_of", std::vector<json>()); // of any shard
    all.erase("nothing_remains_of");
    for (const fs::path& shard : shards) {
        const json part = readShardJson(shard / "alignment.json");
        for (const json& video : part.value("videos_in_no_fold", json::array()))
            foldless.push_back(video);
        for (const json& warning : part.value("warnings", json::array()))
            warnings.insert(warning.get<std::string>());
        const json emptied = part.value("nothing_remains_of", json::array());
        std::erase_if(nothingRemains,
                      [&](const json& key) { return std::ranges::find(emptied, key) == emptied.end(); });
        for (std::size_t step = 0; step < all.at("steps").size(); ++step)
            unite(all["steps"][step], part.at("steps").at(step));
    }
    if (all.contains("videos_in_no_fold"))
        all["videos_in_no_fold"] = foldless;
    if (!warnings.empty())
        all["warnings"] = warnings;
    if (!nothingRemains.empty())
        all["nothing_remains_of"] = nothingRemains;
    writeTextFile(out / "alignment.json", jsonText(all, 1) + "\n").commit();
    summary.files.push_back(out / "alignment.json");
}

}

void writeShardNote(const ShardNote& note, const fs::path& folder)
{
    const json content{{"shard", note.shard + 1},
                       {"of", note.shards},
                       {"recipe", note.recipe},
                       {"output", note.output == RecipeOutput::Tensors ? "tensors" : "sequences"},
                       {"gzip_level", note.gzipLevel},
                       {"npz", note.npz}};
    writeTextFile(folder / "shard.json", jsonText(content, 1) + "\n").commit();
}

ShardNote readShardNote(const fs::path& folder)
{
    const fs::path path = folder / "shard.json";
    const json content = readShardJson(path);
    try {
        ShardNote note{content.at("shard").get<std::size_t>() - 1,
                       content.at("of"),
                       content.at("recipe"),
                       content.at("output") == "tensors" ? RecipeOutput::Tensors : RecipeOutput::Sequences,
                       content.at("gzip_level"),
                       content.at("npz")};
        if (note.shard >= note.shards)
            throw FormatError("data_invalid", path.string(), "counts its shards wrongly");
        return note;
    } catch (const json::exception& error) {
        throw FormatError("data_invalid", path.string(), error.what());
    }
}

RunSummary mergeShards(const std::vector<fs::path>& folders, const fs::path& out, const RunSettings& settings,
                       const RunContext& run)
{
    ShardNote note;
    const std::vector<fs::path> shards = inOrder(folders, note);
    refuseShardsAsResults(shards, out);
    RunSummary summary;
    if (note.output == RecipeOutput::Tensors) {
        std::vector<fs::path> files;
        for (const fs::path& shard : shards)
            files.push_back(shard / "tensors.h5");
        makeFolder(out);
        for (PendingFile& file : mergeTensors(files, note.npz, out, run)) {
            file.commit();
            summary.files.push_back(file.target());
        }
    } else {
        summary = runRecipe(mergingRecipe(shards, note), out, settings, run);
    }
    mergeReports(shards, out, summary);
    return summary;
}

}
