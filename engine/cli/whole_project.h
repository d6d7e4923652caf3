#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"

#include <filesystem>
#include <vector>

/// Projects as commands read and write them: an input stays as it is, and an output is a new file beside it.
namespace engine::cli {

/// @param purpose  what is not done with a damaged project: `merged`
/// @throws IoError, FormatError (`damaged`), (`newer_version`): what is lost would look like removed.
Annotation wholeProject(const std::filesystem::path& path, const char* purpose);

/// @throws IoError (`io`) when `out` is there already and is not to be replaced
void refuseToReplace(const std::filesystem::path& out, bool overwrites);

/// @throws IoError (`io`) when the copy would lie elsewhere than the project, from which its files are found.
void requireBeside(const std::filesystem::path& out, const std::filesystem::path& project);

/// Writes the project with further changes, one after the other, as a whole or not at all. @throws IoError
void writeCopyWith(const std::vector<Change>& changes, const std::filesystem::path& project,
                   const std::filesystem::path& out);

}
