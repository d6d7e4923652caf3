#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

namespace engine::cli {

/// What is asked of the cluster for each task; texts as sbatch takes them, empty: not asked for.
struct SlurmSettings {
    unsigned cpus = 2;
    std::string time;
    std::string partition;
    std::string memory;
    std::string gpus;
};

void addSlurmOptions(CLI::App& command, SlurmSettings& settings);

/// As one word of a shell, whatever is in it.
std::string shellQuoted(const std::string& text);

/// This program, as a word of a shell.
std::string thisProgramQuoted();

/// A job array and the job that follows it.
struct SlurmJobs {
    std::size_t tasks = 1;
    std::string task; ///< lines of shell: what each task does, its number in SLURM_ARRAY_TASK_ID
    std::string follower; ///< `merge`: the name of the job that follows
    std::string following; ///< lines of shell: what that does
    std::vector<std::filesystem::path> inputs; ///< what the command reads: never written over
    bool followsFailures = false; ///< also when a task failed: it makes do with what there is
};

/// Writes `run.sbatch`, `<follower>.sbatch` and `submit.sh`, which submits both, to the folder `slurm` in
/// `out`, and prints their names. @throws IoError (`io`), FormatError (`same_file`).
void writeSlurmScripts(const std::filesystem::path& out, const SlurmSettings& settings,
                       const SlurmJobs& jobs);

}
