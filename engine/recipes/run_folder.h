#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// Notes in the folder (`.results.json`) what a run that succeeded wrote there, and takes the `error.json` of
/// an earlier run away. @param files  in `out` @throws IoError (`io`)
void noteResults(const std::filesystem::path& out, const std::vector<std::filesystem::path>& files);

/// Writes `error.json` with code and message into `out`, which is made, and renames the noted results of an
/// earlier run to `NAME.earlier`, so that nobody takes them for those of the run that failed. Says nothing
/// when it cannot.
/// @param inputs  of the run that failed; they are neither renamed nor written over
/// @return the new names of what was renamed
std::vector<std::filesystem::path> writeErrorFile(const std::filesystem::path& out, const std::string& code,
                                                  const std::string& message,
                                                  const std::vector<std::filesystem::path>& inputs = {});

}
