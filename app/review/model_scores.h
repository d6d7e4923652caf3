#pragma once

#include "engine/sequences/dataset_list.h"

#include <map>
#include <string>

namespace app {

/// By video and start of the segment, in seconds.
using ModelScores = std::map<std::pair<std::string, double>, double>;

/// What a model says of every segment of a dataset, utterances of videos without labels too: the values of
/// `label`, else of its first. Asks `polylogue-models`, which takes its time.
/// @throws IoError (`io`) with what it said where it failed.
ModelScores modelScores(const std::filesystem::path& programs, const std::filesystem::path& model,
                        const engine::DatasetList& dataset, const std::string& label);

}
