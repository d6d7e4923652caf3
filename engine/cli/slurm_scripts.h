#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

namespace engine::cli {

/// What each task asks of the cluster; texts as sbatch takes them; an empty text asks for nothing.
struct SlurmSettings {
    unsigned cpus = 2;
    std::string time;
    std::string partition;
    std::string memory;
    std::string gpus;
};

void addSlurmOptions(CLI::App& command, SlurmSettings& settings);

/// This program, as a word of a shell.
std::string thisProgramQuoted();

/// A job array and the job that follows it.
struct SlurmJobs {
    std::size_t tasks = 1;
    std::string task; ///< lines of shell that each task runs; its number is in SLURM_ARRAY_TASK_ID
    std::string follower; ///< `merge`: the name of the job that follows
    std::string following; ///< lines of shell that the following job runs
    std::vector<std::filesystem::path> inputs; ///< files that the command reads; they are never overwritten
    /// The following job also runs when a task failed, on the results that there are.
    bool followsFailures = false;
};

/// Writes `run.sbatch`, `<follower>.sbatch` and `submit.sh`, which submits both, to the folder `slurm` in
/// `out`, and prints their names. A task that is done leaves its number in `slurm/done`, so that `submit.sh
/// --failed` runs the others again. Tasks that are preempted, or out of time, are queued again.
/// @throws IoError (`io`), FormatError (`same_file`).
void writeSlurmScripts(const std::filesystem::path& out, const SlurmSettings& settings,
                       const SlurmJobs& jobs);

}
