#pragma once

#include "engine/tier_export/tier_folder.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace engine::cli {

/// What `export` was asked for.
struct ExportArguments {
    std::vector<std::string> named; ///< projects, folders, patterns
    std::filesystem::path list; ///< a file with more of them; empty: none
    std::filesystem::path out;
    TierFolderWish wish; ///< the folder is set for each project
    std::vector<std::filesystem::path> dataset; ///< empty: where the project says
    bool isEditedOnly = false;
    unsigned jobs = 0; ///< 0: as many as there are cores
    bool asJson = false;
};

/// What names lead to.
struct NamedProjects {
    std::vector<std::filesystem::path> projects;
    std::vector<std::string> missing; ///< names, folders and patterns that lead to no project
};

/// The projects that are named, each once, in the order of the names; those of a folder or a pattern by path.
/// @throws IoError (`file_not_found`) where a list names none; (`io`) where a list or folder cannot be read.
NamedProjects projectsNamed(const ExportArguments& arguments);

/// A folder below `out` for each project, called as its file; equal names get those of their folders in
/// front, then numbers.
std::vector<std::filesystem::path> foldersFor(const std::vector<std::filesystem::path>& projects,
                                              const std::filesystem::path& out);

/// Exports project by project, several at a time, and goes on past those that fail or are missing.
/// @return 0, or 1 where a project or a video was refused, or a name leads to no project. @throws Cancelled,
/// and as projectsNamed()
int exportProjects(const ExportArguments& arguments, const std::stop_token& stop);

}
