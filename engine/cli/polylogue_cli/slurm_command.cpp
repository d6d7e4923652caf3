#include "engine/cli/extract_options.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/list_lines.h"
#include "engine/cli/slurm_scripts.h"
#include "engine/core/compressed_file.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/output_guard.h"
#include "engine/core/shell_word.h"
#include "engine/core/stored_bytes.h"
#include "engine/core/text_file.h"
#include "engine/recipes/recipe_files.h"
#include "engine/recipes/recipe_reader.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string_view>
#include <utility>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct SlurmOptions {
    std::string recipe;
    std::string out;
    unsigned tasks = 8;
    SlurmSettings slurm;
};

struct SlurmExtraction {
    ExtractOptions extract;
    std::vector<CLI::Option*> given;
    unsigned tasks = 8;
    SlurmSettings slurm;
};

/// Lines of shell in front of commands of people: they run where the scripts were written.
std::string fromHere()
{
    return fmt::format("cd {}\nexport PATH={}:\"$PATH\"\n", shellQuoted(fs::current_path().string()),
                       shellQuoted(Installation::thisProgram().parent_path().string()));
}

/// The job array makes the parts of its recordings, which the job behind it joins.
int writeExtractionScripts(const SlurmExtraction& options)
{
    SlurmJobs jobs{options.tasks, {}, "join", {}, {}};
    for (const std::string& media : options.extract.media) {
        refuseCompressed(media);
        std::error_code unknown;
        if (!fs::exists(media, unknown))
            storedBytes(media); // of an archive, or it is better missed here than on the cluster
        jobs.inputs.push_back(fs::absolute(media));
    }
    const std::string command = fromHere() + "exec " + thisProgramQuoted() + " extract";
    std::string words;
    for (const std::string& word : givenWords(options.given))
        words += " " + shellQuoted(word);
    jobs.task = fmt::format("{} --jobs \"$SLURM_CPUS_PER_TASK\" --shard \"$SLURM_ARRAY_TASK_ID/{}\"{}\n",
                            command, options.tasks, words);
    jobs.following = fmt::format("{} --jobs \"$SLURM_CPUS_PER_TASK\"{}\n", command, words);
    jobs.followsFailures = true; // a recording that failed does not keep the others from being joined
    writeSlurmScripts(fs::absolute(options.extract.out).lexically_normal(), options.slurm, jobs);
    return 0;
}

struct SlurmCommands {
    std::string file;
    std::string out;
    unsigned tasks = 8;
    SlurmSettings slurm;
};

/// Task i does the i-th command and every N-th after it. One that is done leaves its number, and is not done
/// again; one that failed keeps no other from being done.
int writeCommandScripts(const SlurmCommands& options)
{
    const std::vector<std::string> commands = linesOfList(options.file);
    if (commands.empty())
        throw FormatError("data_invalid", options.file, "has no command; expected one in each line");
    const fs::path folder = fs::absolute(options.out).lexically_normal() / "slurm";
    const std::size_t tasks = std::min<std::size_t>(options.tasks, commands.size());
    std::string all;
    for (const std::string& command : commands)
        all += command + "\n";
    SlurmJobs jobs{tasks, {}, "check", {}, {fs::absolute(options.file)}};
    const std::string begin = fromHere()
        + fmt::format("list={} marks={}\n", shellQuoted((folder / "commands").string()),
                      shellQuoted((folder / "done").string()));
    jobs.task
        = begin
        + fmt::format(
              "set -m\n" // each command has a process group, which hears of TERM as a whole
              "failed=0 child=\n"
              "end() {{\n"
              "    [ ! \"$child\" ] || kill -TERM -- \"-$child\" || true\n"
              "    while [ \"$child\" ] && kill -0 -- \"-$child\" 2>/dev/null; do sleep 0.1; done\n"
              "    exit 143\n"
              "}}\n"
              "trap end TERM\n"
              "for k in $(seq \"$SLURM_ARRAY_TASK_ID\" {} {}); do\n"
              "    [ ! -e \"$marks/command-$k\" ] || continue\n"
              "    bash -c \"$(sed -n \"${{k}}p\" \"$list\")\" &\n"
              "    child=$!\n"
              "    if wait \"$child\"; then child=; touch \"$marks/command-$k\"; else child=; failed=1; fi\n"
              "done\n"
              "[ \"$failed\" = 0 ]\n",
              tasks, commands.size());
    jobs.following
        = begin
        + fmt::format(
              "left=0\n"
              "for k in $(seq {}); do\n"
              "    [ -e \"$marks/command-$k\" ] || {{ echo \"not done: $(sed -n \"${{k}}p\" \"$list\")\"; "
              "left=1; }}\n"
              "done\n"
              "[ \"$left\" = 0 ]\n",
              commands.size());
    jobs.followsFailures = true;
    refuseInputsAsOutputs(jobs.inputs, std::vector{folder / "commands"});
    writeSlurmScripts(folder.parent_path(), options.slurm, jobs);
    writeTextFile(folder / "commands", all).commit();
    return 0;
}

struct SlurmShards {
    std::vector<std::string> command;
    std::string out;
    unsigned tasks = 8;
    SlurmSettings slurm;
};

/// Commands that divide themselves by `--shard` and put together what they kept; `run` needs `merge` for
/// that, and has scripts of its own.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kWithShards{
    {{"polylogue-models", "explain"}, {"polylogue-models", "suspects"}, {"polylogue-cli", "extract"}}};

/// @throws FormatError (`data_invalid`).
void refuseWithoutShards(const std::vector<std::string>& command)
{
    const std::string program = fs::path(command.front()).filename().string();
    const auto isWord = [](const std::string& word) { return !word.starts_with('-'); };
    const auto name = std::find_if(std::next(command.begin()), command.end(), isWord);
    const bool isKnown = std::ranges::any_of(kWithShards, [&](const auto& known) {
        return known.first == program && name != command.end() && known.second == *name;
    });
    std::vector<std::string> names;
    for (const auto& [of, each] : kWithShards)
        names.push_back(fmt::format("{} {}", of, each));
    if (!isKnown)
        throw FormatError(
            "data_invalid", name == command.end() ? program : program + " " + *name,
            fmt::format("has no --shard; those that have: {}. `slurm run` divides "
                        "polylogue-cli run, and `slurm commands` runs other commands beside each "
                        "other",
                        fmt::join(names, ", ")));
    if (std::ranges::any_of(command, [](const std::string& word) { return word.starts_with("--shard"); }))
        throw FormatError("data_invalid", program + " " + *name,
                          "has a --shard already, which the scripts add; leave it out");
}

/// Each task does a shard of a command, which done without shards puts all together.
int writeShardScripts(const SlurmShards& options)
{
    refuseWithoutShards(options.command);
    std::string command = fromHere() + "exec";
    for (const std::string& word : options.command)
        command += " " + shellQuoted(word);
    SlurmJobs jobs{options.tasks, {}, "join", {}, {}};
    jobs.task = fmt::format("{} --shard \"$SLURM_ARRAY_TASK_ID/{}\"\n", command, options.tasks);
    jobs.following = command + "\n";
    writeSlurmScripts(fs::absolute(options.out).lexically_normal(), options.slurm, jobs);
    return 0;
}

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

    auto* extract
        = command->add_subcommand("extract", "for polylogue-cli extract: one task per shard, then join");
    auto extraction = std::make_shared<SlurmExtraction>();
    extraction->given = addExtractOptions(*extract, extraction->extract);
    extract->add_option("--tasks", extraction->tasks, "shards; 8, if not given")
        ->check(CLI::Range(1, 100000));
    addSlurmOptions(*extract, extraction->slurm);
    extract->callback([extraction, &action] {
        checkExtractOptions(extraction->extract);
        action = [extraction] { return writeExtractionScripts(*extraction); };
    });

    auto* shards = command->add_subcommand(
        "shards", "for polylogue-models explain and suspects: one task per shard, then what joins them");
    auto sharded = std::make_shared<SlurmShards>();
    shards
        ->add_option("COMMAND", sharded->command,
                     "behind --, without --shard: -- polylogue-models suspects --dataset dataset.json --out "
                     "suspects.csv")
        ->required();
    shards->add_option("--out", sharded->out, "scripts and logs go to its folder slurm")->required();
    shards->add_option("--tasks", sharded->tasks, "shards; 8, if not given")->check(CLI::Range(1, 100000));
    addSlurmOptions(*shards, sharded->slurm);
    shards->callback([sharded, &action] { action = [sharded] { return writeShardScripts(*sharded); }; });

    auto* list = command->add_subcommand(
        "commands",
        "for commands of a file, one in each line: trainings, explanations, searches for label errors");
    auto commands = std::make_shared<SlurmCommands>();
    list->add_option("FILE", commands->file,
                     "what is to be run, with paths from here; lines that begin with # are left out")
        ->required()
        ->check(CLI::ExistingFile);
    list->add_option("--out", commands->out, "scripts and logs go to its folder slurm")->required();
    list->add_option("--tasks", commands->tasks, "that share the commands; 8, if not given")
        ->check(CLI::Range(1, 100000));
    addSlurmOptions(*list, commands->slurm);
    list->callback([commands, &action] { action = [commands] { return writeCommandScripts(*commands); }; });
}

}
