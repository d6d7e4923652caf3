#pragma once

#include "engine/sequences/dataset_list.h"

#include <stop_token>
#include <string>
#include <vector>

namespace app {

/// Asks `polylogue-models` about a whole dataset and waits for its answer, which may take minutes: for jobs.
///
/// @param programs  the folder with the program
/// @param model     the model's file
/// @param question  the program's command and its options but for model, dataset and `--json`
/// @return what it answers
/// @throws IoError (`io`) with its own sentence when it fails, Cancelled
nlohmann::json askAboutDataset(const std::filesystem::path& programs, const std::filesystem::path& model,
                               std::vector<std::string> question, const engine::DatasetList& dataset,
                               const std::stop_token& stop);

}
