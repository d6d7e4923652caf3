#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/slurm_scripts.h"
#include "engine/recipes/recipe_files.h"
#include "engine/recipes/recipe_reader.h"

#include <fmt/format.h>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct SlurmOptions {
    std::string recipe;
    std::string out;
    unsigned tasks = 8;
    SlurmSettings slurm;
};

/// Three scripts: the job array over the shards, the job that joins them, and what submits both.
int writeScripts(const SlurmOptions& options)
{
    std::vector<std::string> warnings;
    // A recipe that cannot be run is better found here than on the cluster.
    const Recipe recipe = readRecipe(options.recipe, warnings);
    const fs::path out = fs::absolute(options.out).lexically_normal();
    const std::string program = thisProgramQuoted();
    const std::string shards = shellQuoted((out / "slurm" / "shard-").string());
    SlurmJobs jobs{options.tasks, {}, "merge", {}, inputsOf(recipe)};
    jobs.task = fmt::format("exec {1} run {2} --out {3}\"$SLURM_ARRAY_TASK_ID\" "
                            "--shard \"$SLURM_ARRAY_TASK_ID/{0}\" --jobs \"$SLURM_CPUS_PER_TASK\"\n",
                            options.tasks, program,
                            shellQuoted(fs::absolute(options.recipe).lexically_normal().string()), shards);
    jobs.following = fmt::format("folders=()\nfor i in $(seq {}); do folders+=({}\"$i\"); done\n"
                                 "exec {} merge \"${{folders[@]}}\" --out {}\n",
                                 options.tasks, shards, program, shellQuoted(out.string()));
    writeSlurmScripts(out, options.slurm, jobs);
    return 0;
}

}

void addSlurm(CLI::App& program, Action& action)
{
    auto* command
        = program.add_subcommand("slurm", "Writes the job-array scripts that run a command over a cluster.");
    command->require_subcommand(1);
    auto* run = command->add_subcommand("run", "for polylogue-cli run: one task per shard, then merge");
    auto options = std::make_shared<SlurmOptions>();
    run->add_option("RECIPE", options->recipe, "the recipe (.json)")->required();
    run->add_option("--out", options->out,
                    "folder for the results; scripts, logs and shards go to its folder slurm")
        ->required();
    run->add_option("--tasks", options->tasks, "shards; 8, if not given")->check(CLI::Range(1, 100000));
    addSlurmOptions(*run, options->slurm);
    run->callback([options, &action] { action = [options] { return writeScripts(*options); }; });
}

}
