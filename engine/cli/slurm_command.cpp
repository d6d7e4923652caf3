#include "engine/cli/commands.h"
#include "engine/core/error.h"
#include "engine/recipes/recipe_reader.h"
#include "engine/core/text_file.h"

#include <fmt/format.h>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string recipe;
    std::string out;
    unsigned tasks = 8;
    unsigned cpus = 2;
    std::string time;
    std::string partition;
    std::string memory;
};

/// As one word of a shell, whatever is in it.
std::string quoted(const std::string& text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

std::string header(const Options& options, const fs::path& folder, const std::string& name,
                   const std::string& log)
{
    std::string text
        = fmt::format("#!/bin/bash\n#SBATCH --job-name=polylogue-{}\n#SBATCH --cpus-per-task={}\n"
                      "#SBATCH --output={}\n",
                      name, options.cpus, quoted((folder / "log" / log).string()));
    if (!options.time.empty())
        text += fmt::format("#SBATCH --time={}\n", options.time);
    if (!options.partition.empty())
        text += fmt::format("#SBATCH --partition={}\n", options.partition);
    if (!options.memory.empty())
        text += fmt::format("#SBATCH --mem={}\n", options.memory);
    return text;
}

/// Three scripts: the job array over the shards, the job that joins them, and what submits both.
int writeScripts(const Options& options)
{
    std::vector<std::string> warnings;
    readRecipe(options.recipe,
               warnings); // a recipe that cannot be run is better found here than on the cluster
    const fs::path out = fs::absolute(options.out).lexically_normal();
    const fs::path folder = out / "slurm";
    std::error_code failure;
    fs::create_directories(folder / "log", failure);
    if (failure)
        throw IoError("io", folder.string(), "cannot be made: " + failure.message());
    const std::string program = quoted(fs::read_symlink("/proc/self/exe").string());
    const std::string shards = quoted((folder / "shard-").string());

    const std::string array = header(options, folder, "run", "run-%a.txt")
        + fmt::format("#SBATCH --array=1-{0}\nset -e\nexec {1} run {2} --out {3}\"$SLURM_ARRAY_TASK_ID\" "
                      "--shard \"$SLURM_ARRAY_TASK_ID/{0}\" --jobs \"$SLURM_CPUS_PER_TASK\"\n",
                      options.tasks, program,
                      quoted(fs::absolute(options.recipe).lexically_normal().string()), shards);
    const std::string merge = header(options, folder, "merge", "merge.txt")
        + fmt::format("set -e\nfolders=()\nfor i in $(seq {}); do folders+=({}\"$i\"); done\n"
                      "exec {} merge \"${{folders[@]}}\" --out {}\n",
                      options.tasks, shards, program, quoted(out.string()));
    const std::string submit = fmt::format(
        "#!/bin/bash\n# Submits the job array and, to follow it, the job that joins its results.\nset -e\n"
        "job=$(sbatch --parsable {})\n"
        "sbatch --parsable --dependency=\"afterok:${{job%%;*}}\" {}\n",
        quoted((folder / "run.sbatch").string()), quoted((folder / "merge.sbatch").string()));
    writeTextFile(folder / "run.sbatch", array).commit();
    writeTextFile(folder / "merge.sbatch", merge).commit();
    writeTextFile(folder / "submit.sh", submit).commit();
    fs::permissions(folder / "submit.sh", fs::perms::owner_exec, fs::perm_options::add);
    fmt::print("{}\n{}\nsubmit both by: {}\n", (folder / "run.sbatch").string(),
               (folder / "merge.sbatch").string(), (folder / "submit.sh").string());
    return 0;
}

}

void addSlurm(CLI::App& program, Action& action)
{
    auto* command
        = program.add_subcommand("slurm", "Writes the job-array scripts that run a command over a cluster.");
    command->require_subcommand(1);
    auto* run = command->add_subcommand("run", "for polylogue-cli run: one task per shard, then merge");
    auto options = std::make_shared<Options>();
    run->add_option("RECIPE", options->recipe, "the recipe (.json)")->required();
    run->add_option("--out", options->out,
                    "folder for the results; scripts, logs and shards go to its folder slurm")
        ->required();
    run->add_option("--tasks", options->tasks, "shards; 8, if not given")->check(CLI::Range(1, 100000));
    run->add_option("--cpus", options->cpus, "per task; 2, if not given")->check(CLI::Range(1, 1024));
    run->add_option("--time", options->time, "limit per task, as sbatch takes it");
    run->add_option("--partition", options->partition, "as sbatch takes it");
    run->add_option("--mem", options->memory, "per task, as sbatch takes it");
    run->callback([options, &action] { action = [options] { return writeScripts(*options); }; });
}

}
