#pragma once

#include <filesystem>
#include <string>

/// Files and folders that are written beside their place, under a name that tells machine and process.
namespace engine {

/// Stands between a target's name and the number of the process: `.HOST.`
std::string hostMark();

/// `TARGET.HOST.PROCESS`; what follows ends with `.part`.
std::string unfinishedName(const std::filesystem::path& target);

/// Whether no process of this machine has this number. A number that is none, and another person's process,
/// has not ended.
bool hasEnded(int process);

/// Removes what processes that are no more left of this target. What other machines wrote is left alone:
/// nobody here knows whether they run.
void removeAbandoned(const std::filesystem::path& target);

}
