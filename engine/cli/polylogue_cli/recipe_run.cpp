#include "engine/cli/polylogue_cli/recipe_run.h"

#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/media/frame_times.h"
#include "engine/recipes/run_folder.h"

#include <cstdio>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

/// @throws Error with a code of recipes: `file_not_found`, `io`, or `data_invalid` for what is no video.
std::vector<Interval> framesOf(const VideoFrames& frames)
{
    try {
        return frameTimes(
            {frames.file, frames.fromFirstPicture ? TimeZero::FirstPicture : TimeZero::EarliestStream});
    } catch (const Error& error) {
        if (error.code() == "file_not_found" || error.code() == "io")
            throw;
        throw Error("data_invalid", error.what());
    }
}

nlohmann::json asJson(const RunSummary& summary)
{
    nlohmann::json json{{"videos", summary.videos},
                        {"sequences", nlohmann::json::object()},
                        {"files", nlohmann::json::array()},
                        {"warnings", summary.warnings},
                        {"valid", summary.valid}};
    for (const SequenceOutput::Written& sequence : summary.sequences)
        json["sequences"][sequence.key] = {{"file", sequence.file.string()},
                                           {"entries", sequence.entries},
                                           {"rows", sequence.rows},
                                           {"filled_rows", sequence.filledRows}};
    for (const std::filesystem::path& file : summary.files)
        json["files"].push_back(file.string());
    return json;
}

}

void noteResults(const std::filesystem::path& out, const RunSummary& summary, bool isShard)
{
    std::vector<std::filesystem::path> files = summary.files;
    for (const SequenceOutput::Written& sequence : summary.sequences)
        files.push_back(sequence.file);
    if (isShard)
        files.push_back(out / "shard.json");
    engine::noteResults(out, files);
}

int runAndPrint(const std::filesystem::path& out, bool json, const VideoRunSettings& videos,
                const std::function<Recipe(std::vector<std::string>& warnings)>& makeRecipe)
{
    const std::unique_ptr<Prober> prober = makeProber();
    RunSettings settings;
    settings.videos = videos;
    settings.videos.frameTimes = framesOf;
    settings.open = [&](const std::filesystem::path& path) { return openProbed(path, *prober); };
    std::vector<std::string> warnings;
    const Recipe recipe = makeRecipe(warnings);
    RunSummary summary = runRecipe(recipe, out, settings, progressOnTerminal("working"));
    noteResults(out, summary, videos.shards > 1);
    summary.warnings.insert(summary.warnings.begin(), warnings.begin(), warnings.end());
    for (const std::string& warning : summary.warnings)
        say(stderr, "warning: {}\n", warning);
    print(summary, json);
    return summary.valid ? 0 : 1;
}

void print(const RunSummary& summary, bool json)
{
    if (json) {
        fmt::print("{}\n", jsonText(asJson(summary), 2));
        return;
    }
    for (const SequenceOutput::Written& sequence : summary.sequences)
        say(stdout, "{}: {} entries, {} rows{} → {}\n", sequence.key, sequence.entries, sequence.rows,
            sequence.filledRows > 0 ? fmt::format(" ({} filled in)", sequence.filledRows) : "",
            sequence.file.string());
    for (const std::filesystem::path& file : summary.files)
        say(stdout, "{}\n", file.string());
}

}
