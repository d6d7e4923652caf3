#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/run_context.h"
#include "engine/dataset_opening/opened_sequences.h"

#include <filesystem>
#include <vector>

namespace engine::cli {

/// The dataset of a project, opened as the window opens it.
/// @param elsewhere  where it lies (`--dataset`); empty: where the project says
/// @throws IoError (`file_not_found`) when something of it is not there; Cancelled.
OpenedSequences datasetOfProject(const Annotation& annotation, const std::filesystem::path& project,
                                 std::vector<std::filesystem::path> elsewhere, const RunContext& run);

/// What a command reads of a project: its file, the sequences and the media.
std::vector<std::filesystem::path> filesOfProject(const std::filesystem::path& project,
                                                  const DatasetList& list);

}
