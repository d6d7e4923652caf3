#pragma once

#include "engine/annotation/project/project_file.h"
#include "engine/core/run_context.h"
#include "engine/sequences/dataset_list.h"

namespace app {

/// What is needed of a project, beside its file, to copy it.
struct ProjectSources {
    std::vector<std::filesystem::path> paths; ///< the paths that the user opened
    engine::DatasetList dataset;
};

/// Writes a copy of a project that goes on for itself, elsewhere. The copy knows which earlier state of the
/// project it was made of, so that both can be merged again; that state is put aside.
/// @throws IoError (`io`); then nothing is left under the target's name.
void writeCopy(engine::ProjectFile& project, const std::filesystem::path& target,
               const std::vector<std::filesystem::path>& paths);

/// The change that makes relative paths of a project's items relative to another place of it.
/// @param paths  of the dataset; none: they stay
engine::Change withPathsFrom(const engine::Annotation& annotation, const std::filesystem::path& before,
                             const std::filesystem::path& after,
                             const std::vector<std::filesystem::path>& paths);

/// Makes a folder with the project and all media and sequences of its dataset, which opens anywhere.
/// @param current  the annotation of the project now
/// @return the new project. @throws as engine::collectFiles, writeDatasetList.
std::filesystem::path collect(engine::ProjectFile& project, const engine::Annotation& current,
                              const ProjectSources& sources, const std::filesystem::path& target,
                              const engine::RunContext& run);

/// A new project that holds all of an annotation: a way out when the project's own file cannot be written.
/// @throws IoError (`io`), also when the file is there already.
void writeElsewhere(const engine::Annotation& annotation, const std::filesystem::path& target,
                    const std::vector<std::filesystem::path>& paths);

}
