#pragma once

#include "engine/annotation/project/project_file.h"
#include "engine/core/run_context.h"

namespace engine {

/// Makes a folder that opens anywhere: the project, and in `media` and `sequences` a copy of every file that
/// it refers to. Files of the same name get a number.
///
/// Each copy is read back and compared with the original. The project in the folder refers to the copies.
/// When its item `dataset` names something that is not among them (a folder, a list), the item names all
/// copies instead. When anything fails, nothing is left behind.
///
/// @param project  its file items are relative to its folder
/// @param current  the annotation that the project's window shows; the new project holds it
/// @param target   a folder that is empty or does not exist
/// @return         the path of the new project
/// @throws IoError (`file_not_found` for a file that is missing, `not_empty`, `no_space`, `io`), FormatError
/// (`project_item`), Cancelled.
std::filesystem::path collectFiles(ProjectFile& project, const Annotation& current,
                                   const std::filesystem::path& target, const RunContext& run = {});

}
