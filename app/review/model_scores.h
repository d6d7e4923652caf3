#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/dataset_list.h"

#include <map>
#include <string>

namespace app {

/// Scores by video and start of the segment in seconds.
using ModelScores = std::map<std::pair<std::string, double>, double>;

/// The predictions of a model for every segment of a dataset, or utterance of a video without labels: the
/// output for `label`, else the first. Runs `polylogue-models`, which may take minutes.
/// @throws as askAboutDataset.
ModelScores modelScores(const std::filesystem::path& programs, const std::filesystem::path& model,
                        const engine::DatasetList& dataset, const std::string& label,
                        const engine::RunContext& run);

}
