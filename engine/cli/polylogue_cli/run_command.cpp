#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/recipe_run.h"
#include "engine/cli/probing.h"
#include "engine/cli/share_option.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/recipes/recipe_files.h"
#include "engine/recipes/recipe_reader.h"
#include "engine/recipes/run_folder.h"

#include <fmt/format.h>

namespace engine::cli {

namespace {

struct RunOptions {
    std::string recipe;
    std::string out;
    std::string shard;
    unsigned jobs = 0;
    bool json = false;
};

/// Shards have about as many values.
VideoRunSettings shardOf(const std::string& text)
{
    const Share share = shareNamed(text);
    VideoRunSettings settings;
    if (text.empty())
        return settings;
    settings.shard = share.number;
    settings.shards = share.of;
    settings.sharesByValues = true;
    return settings;
}

/// A failure is written to `error.json` as well as said.
int run(const RunOptions& options, const VideoRunSettings& videos)
{
    const std::filesystem::path errorFile = std::filesystem::path(options.out) / "error.json";
    std::vector<std::filesystem::path> inputs{options.recipe};
    const auto fails = [&](const std::string& code, const std::string& message) {
        const auto earlier = writeErrorFile(options.out, code, message, inputs);
        if (!earlier.empty())
            say(stderr, "The results of an earlier run in {} are called NAME.earlier now.\n", options.out);
    };
    try {
        return runAndPrint(options.out, options.json, videos, [&](std::vector<std::string>& warnings) {
            Recipe recipe = readRecipe(options.recipe, warnings);
            inputs = inputsOf(recipe);
            refuseInputsAsOutputs(inputs, std::vector{errorFile});
            std::error_code ignored; // mostly there is none of an earlier run
            std::filesystem::remove(errorFile, ignored);
            return recipe;
        });
    } catch (const Error& error) {
        fails(error.code(), error.what());
        throw;
    } catch (const std::exception& error) {
        fails("internal", error.what());
        throw;
    }
}

}

void addRun(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "run",
        "Runs a recipe (docs/formats.md): aligns, imputes, unifies, writes sequences, tensors or verdicts.");
    auto options = std::make_shared<RunOptions>();
    command->add_option("RECIPE", options->recipe, "the recipe (.json)")->required();
    command->add_option("--out", options->out, "folder for the results; a failed run writes error.json there")
        ->required();
    command->add_option("--jobs", options->jobs, "threads; as many as there are cores, if not given")
        ->check(CLI::Range(1, 1024));
    command->add_option("--shard", options->shard,
                        "i/n: only this part of the videos; join the parts by merge");
    command->add_flag("--json", options->json, "the summary for machines");
    command->callback([options, &action] {
        VideoRunSettings videos = shardOf(options->shard);
        videos.jobs = options->jobs;
        action = [options, videos] { return run(*options, videos); };
    });
}

}
