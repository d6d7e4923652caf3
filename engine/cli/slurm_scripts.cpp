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
                      "#SBATCH --output={}\n#SBATCH --open-mode=append\n#SBATCH --requeue\n",
                      name, settings.cpus, shellQuoted((folder / "log" / log).string()));
    if (!settings.time.empty())
        text += fmt::format("#SBATCH --time={}\n#SBATCH --signal=B:USR1@60\n", settings.time);
    if (!settings.partition.empty())
        text += fmt::format("#SBATCH --partition={}\n", settings.partition);
    if (!settings.memory.empty())
        text += fmt::format("#SBATCH --mem={}\n", settings.memory);
    return text;
}

/// Lines that run a task and note that it is done. Told to end, a task ends in order; a minute before its
/// time is over it is queued again, and goes on with what is done.
std::string resumable(const SlurmSettings& settings, const fs::path& folder, const std::string& mark,
                      const std::string& task)
{
    std::string text = fmt::format("set -e\n(\n{}) &\nwork=$!\n"
                                   "trap 'kill -TERM \"$work\"; wait \"$work\"; exit 143' TERM\n",
                                   task);
    if (!settings.time.empty())
        text += "task=$SLURM_JOB_ID\n" // the last task of an array has the number of the whole array
                "[ ! \"${SLURM_ARRAY_TASK_ID:-}\" ] || task=${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID\n"
                "again() {\n"
                "    trap 'exit 143' TERM\n"
                "    kill -TERM \"$work\"\n"
                "    wait \"$work\" || true\n"
                "    [ \"${SLURM_RESTART_COUNT:-0}\" -lt 20 ] || { echo \"queued 20 times already\" >&2; "
                "exit 1; }\n"
                "    echo \"out of time: queued again\" >&2\n"
                "    scontrol requeue \"$task\"\n"
                "    sleep 300 &\n" // Slurm ends this script; a script that ends first has failed
                "    wait $!\n"
                "    exit 1\n"
                "}\n"
                "trap again USR1\n";
    return text + fmt::format("wait \"$work\"\ntouch {}/{}\n", shellQuoted((folder / "done").string()), mark);
}

std::string submission(const fs::path& folder, const SlurmJobs& jobs)
{
    return fmt::format(R"sh(#!/bin/bash
# submit.sh: submits the job array and, to follow it, the job that joins its results.
# submit.sh --failed: only the tasks that are not done, and that job again.
set -e
cd {folder}
earlier=$(cat job 2>/dev/null || true)
if [ "$earlier" ] && [ "$(squeue --noheader --jobs "$earlier" 2>/dev/null)" ]; then
    echo "submit.sh: job $earlier of this folder is still queued or running; see squeue, or end it by scancel" >&2
    exit 1
fi
tasks=1-{tasks}
case ${{1:-}} in
'') rm -f done/* ;;
--failed)
    tasks=$(for i in $(seq {tasks}); do [ -e "done/$i" ] || echo "$i"; done | paste -s -d ,)
    if [ ! "$tasks" ] && [ -e done/{follower} ]; then
        echo "all is done"
        exit
    fi
    ;;
*)
    echo "submit.sh: what is $1? Only --failed may be said." >&2
    exit 2
    ;;
esac
after=
if [ "$tasks" ]; then
    job=$(sbatch --parsable --array="$tasks" run.sbatch)
    after=--dependency={condition}:${{job%%;*}}
    echo "$job"
fi
job=$(sbatch --parsable $after --kill-on-invalid-dep=yes {follower}.sbatch)
echo "${{job%%;*}}" >job
echo "$job"
)sh",
                       fmt::arg("folder", shellQuoted(folder.string())), fmt::arg("tasks", jobs.tasks),
                       fmt::arg("follower", jobs.follower),
                       fmt::arg("condition", jobs.followsFailures ? "afterany" : "afterok"));
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
    makeFolder(folder / "done");
    const std::string array = header(settings, folder, "run", "run-%a.txt")
        + fmt::format("#SBATCH --array=1-{}\n", jobs.tasks)
        + (settings.gpus.empty() ? std::string() : fmt::format("#SBATCH --gpus={}\n", settings.gpus))
        + resumable(settings, folder, "\"$SLURM_ARRAY_TASK_ID\"", jobs.task);
    const std::string following = header(settings, folder, jobs.follower, jobs.follower + ".txt")
        + resumable(settings, folder, jobs.follower, jobs.following);
    writeTextFile(folder / "run.sbatch", array).commit();
    writeTextFile(follower, following).commit();
    writeTextFile(folder / "submit.sh", submission(folder, jobs)).commit();
    fs::permissions(folder / "submit.sh", fs::perms::owner_exec, fs::perm_options::add);
    fmt::print("{}\n{}\nsubmit both by: {}\nwhat failed, again: {} --failed\n",
               terminalText((folder / "run.sbatch").string()), terminalText(follower.string()),
               terminalText((folder / "submit.sh").string()), terminalText((folder / "submit.sh").string()));
}
}
