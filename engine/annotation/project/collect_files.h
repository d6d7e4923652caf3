#pragma once

#include "engine/annotation/project/project_file.h"
#include "engine/core/run_context.h"

namespace engine {

/// Makes a folder that opens anywhere: the project, and in `media` and `sequences` a copy of every file that
/// it refers to. Files of the same name get a number.
///
/// Each copy is read back and compared with what was read. The project in the folder refers to the copies;
/// where its item `dataset` names something that is not among them (a folder, a list), it names all copies
/// instead. When anything fails, nothing is left behind.
///
/// @param project  whose file items are relative to its folder
/// @param current  what the project's window shows; it is what the new project holds
/// @param target   a folder that is empty or not there
/// @return         the new project
/// @throws IoError (`file_not_found` for a file that is missing, `not_empty`, `no_space`, `io`), FormatError
/// (`project_item`), Cancelled.
std::filesystem::path collectFiles(ProjectFile& project, const Annotation& current,
                                   const std::filesystem::path& target, const RunContext& run = {});

}
