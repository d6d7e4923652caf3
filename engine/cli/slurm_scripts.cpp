#include "engine/cli/slurm_scripts.h"

#include "engine/core/installation.h"
#include "engine/core/output_guard.h"
#include "engine/core/shell_word.h"
#include "engine/core/terminal_text.h"
#include "engine/core/text_file.h"

#include <fmt/format.h>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

std::string header(const SlurmSettings& settings, const fs::path& folder, const std::string& name,
                   const std::string& log)
{
    std::string text
        = fmt::format("#!/bin/bash\n#SBATCH --job-name=polylogue-{}\n#SBATCH --cpus-per-task={}\n"
                      "#SBATCH --output={}\n",
                      name, settings.cpus, shellQuoted((folder / "log" / log).string()));
    if (!settings.time.empty())
        text += fmt::format("#SBATCH --time={}\n", settings.time);
    if (!settings.partition.empty())
        text += fmt::format("#SBATCH --partition={}\n", settings.partition);
    if (!settings.memory.empty())
        text += fmt::format("#SBATCH --mem={}\n", settings.memory);
    return text;
}

}

void addSlurmOptions(CLI::App& command, SlurmSettings& settings)
{
    command.add_option("--cpus", settings.cpus, fmt::format("per task; {}, if not given", settings.cpus))
        ->check(CLI::Range(1, 1024));
    command.add_option("--time", settings.time, "limit per task, as sbatch takes it");
    command.add_option("--partition", settings.partition, "as sbatch takes it");
    command.add_option("--mem", settings.memory, "per task, as sbatch takes it");
}

std::string thisProgramQuoted()
{
    return shellQuoted(Installation::thisProgram().string());
}

void writeSlurmScripts(const fs::path& out, const SlurmSettings& settings, const SlurmJobs& jobs)
{
    const fs::path folder = out / "slurm";
    const fs::path follower = folder / (jobs.follower + ".sbatch");
    refuseInputsAsOutputs(jobs.inputs, std::vector{folder / "run.sbatch", follower, folder / "submit.sh"});
    makeFolder(folder / "log");
    const std::string array = header(settings, folder, "run", "run-%a.txt")
        + fmt::format("#SBATCH --array=1-{}\n", jobs.tasks)
        + (settings.gpus.empty() ? std::string() : fmt::format("#SBATCH --gpus={}\n", settings.gpus))
        + "set -e\n" + jobs.task;
    const std::string following
        = header(settings, folder, jobs.follower, jobs.follower + ".txt") + "set -e\n" + jobs.following;
    const std::string submit = fmt::format(
        "#!/bin/bash\n# Submits the job array and, to follow it, the job that joins its results.\nset -e\n"
        "job=$(sbatch --parsable {})\n"
        "sbatch --parsable --dependency=\"{}:${{job%%;*}}\" {}\n",
        shellQuoted((folder / "run.sbatch").string()), jobs.followsFailures ? "afterany" : "afterok",
        shellQuoted(follower.string()));
    writeTextFile(folder / "run.sbatch", array).commit();
    writeTextFile(follower, following).commit();
    writeTextFile(folder / "submit.sh", submit).commit();
    fs::permissions(folder / "submit.sh", fs::perms::owner_exec, fs::perm_options::add);
    fmt::print("{}\n{}\nsubmit both by: {}\n", terminalText((folder / "run.sbatch").string()),
               terminalText(follower.string()), terminalText((folder / "submit.sh").string()));
}

}
