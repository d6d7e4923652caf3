#include "engine/recipes/resumable_run.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/text_file.h"
#include "engine/recipes/recipe_loads.h"
#include "engine/recipes/shards.h"

#include <fmt/format.h>
#include <fstream>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;

void addFiles(const Load& load, std::set<fs::path>& files)
{
    if (!load.folder.empty() && fs::is_directory(load.folder)) {
        for (const auto& file : fs::directory_iterator(load.folder))
            files.insert(file.path());
    } else if (!load.folder.empty()) {
        files.insert(load.folder);
    }
    for (const Load::Item& item : load.items)
        files.insert(item.file);
}

/// What the finished pieces depend on.
std::string fingerprint(const Recipe& recipe, std::size_t pieces)
{
    std::set<fs::path> files;
    forEachLoad(recipe, [&](const Load& load) { addFiles(load, files); });
    nlohmann::json inputs = nlohmann::json::array();
    for (const fs::path& file : files) {
        std::error_code failure;
        const std::uintmax_t size = fs::file_size(file, failure);
        const auto time = failure ? 0 : fs::last_write_time(file, failure).time_since_epoch().count();
        inputs.push_back({file.string(), size, time});
    }
    return jsonText(nlohmann::json{{"recipe", recipe.hash}, {"pieces", pieces}, {"inputs", inputs}}, 1);
}

std::string textOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool isFinished(const fs::path& folder)
{
    std::error_code failure;
    return fs::exists(folder / "shard.json", failure); // written after everything else of it
}

}

RunSummary runResumably(const Recipe& recipe, const fs::path& out, std::size_t pieces,
                        const RunSettings& settings, const RunContext& run)
{
    const fs::path kept = out / ".pieces";
    if (pieces < 2) {
        fs::remove_all(kept);
        return runRecipe(recipe, out, settings, run);
    }
    const std::string inputs = fingerprint(recipe, pieces);
    if (textOf(kept / "inputs.json") != inputs) {
        fs::remove_all(kept);
        makeFolder(kept);
        writeTextFile(kept / "inputs.json", inputs).commit();
    }
    std::vector<fs::path> folders;
    const auto part = [&](std::size_t done) { // of the whole, for one piece or the joining of all
        RunContext context = run;
        context.progress = [&run, done, all = static_cast<double>(pieces + 1)](double fraction) {
            if (run.progress)
                run.progress((static_cast<double>(done) + fraction) / all);
        };
        return context;
    };
    for (std::size_t piece = 0; piece < pieces; ++piece) {
        folders.push_back(kept / fmt::format("{:04}", piece));
        if (isFinished(folders.back()))
            continue;
        RunSettings one = settings;
        one.videos.shard = piece;
        one.videos.shards = pieces;
        runRecipe(recipe, folders.back(), one, part(piece));
    }
    RunSummary summary = mergeShards(folders, out, settings, part(pieces));
    fs::remove_all(kept);
    return summary;
}

}
