#pragma once

#include "engine/annotation/project/merge_projects.h"

#include <filesystem>
#include <optional>

/// Two copies of a project become one again: what the window's *Merge another copy…* and the command
/// `merge-projects` do.
namespace engine {

/// The item by which a copy tells the state that it was made of. @param name  of its file among the project's
/// earlier states
Item originItem(const std::string& name);

/// The earlier state that a copy was made of; absent when the project no longer keeps it.
std::optional<std::filesystem::path> originOf(const Annotation& copy, const std::filesystem::path& project);

/// Merges the annotation of a copy into mine (mergeProjects). What both say of files and windows stays as it
/// is in mine; what the copy says of layers that mine does not have comes with their answers.
/// @param base  the state that both come from; null: unknown
Merged mergeCopies(const Annotation* base, const Annotation& mine, const Annotation& theirs,
                   const ConflictChoices& choices = {});

}
