#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/recipe_run.h"
#include "engine/cli/probing.h"
#include "engine/recipes/shards.h"

namespace engine::cli {

void addMerge(CLI::App& program, Action& action)
{
    struct Options {
        std::vector<std::string> shards;
        std::string out;
        bool json = false;
    };
    auto* command = program.add_subcommand(
        "merge", "Joins the results of run --shard 1/n … n/n; gives what one run gives.");
    auto options = std::make_shared<Options>();
    command->add_option("SHARD", options->shards, "the folders that the shards were written to")->required();
    command->add_option("--out", options->out, "folder for the joined results")->required();
    command->add_flag("--json", options->json, "the summary for machines");
    command->callback([options, &action] {
        action = [options] {
            const std::unique_ptr<Prober> prober = makeProber();
            RunSettings settings;
            settings.open = [&](const std::filesystem::path& path) { return openProbed(path, *prober); };
            const RunSummary summary = mergeShards({options->shards.begin(), options->shards.end()},
                                                   options->out, settings, progressOnTerminal("merging"));
            noteResults(options->out, summary, false);
            print(summary, options->json);
            return 0;
        };
    });
}

}
