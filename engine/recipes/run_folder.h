#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// Notes in the folder (`.results.json`) which files a successful run wrote there, and removes the
/// `error.json` of an earlier run. @param files  in `out` @throws IoError (`io`)
void noteResults(const std::filesystem::path& out, const std::vector<std::filesystem::path>& files);

/// Writes `error.json` with code and message into `out`, which is made, and renames the noted results of an
/// earlier run to `NAME.earlier`, so that nobody takes them for results of the failed run. It reports no
/// error when it cannot do so.
/// @param inputs  of the run that failed; they are neither renamed nor written over
/// @return the new names of the renamed files
std::vector<std::filesystem::path> writeErrorFile(const std::filesystem::path& out, const std::string& code,
                                                  const std::string& message,
                                                  const std::vector<std::filesystem::path>& inputs = {});

}
