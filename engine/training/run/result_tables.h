#pragma once

#include "engine/training/run/scorer.h"

#include <filesystem>
#include <string>

namespace engine {

/// `l_2_n_100_d_0.3_b_64_s_20`: layers, nodes, dropout, batch and steps of a run, as its architecture and
/// settings have them. Settings that a model does not have are 0.
std::string runName(const ModelCard& card, std::size_t steps);

/// Writes a run's data, predictions and figures, as `.npz` and CSV, under the names that the training program
/// of Williams et al. (Recognizing emotions in video using multimodal DNN feature fusion, 2018) gives them:
/// `dataset`, `train`, `valid`, `test`, `true_…` and `pred_…_<run>` of `scores_all`, `scores_coarse`,
/// `classes_pres`, `classes_dom` (emotions only, the last two with and without the class neutral),
/// `confusion_<run>`; of a task of classes also `classes_true`, `classes_pred_<run>` (names) and
/// `confusion_classes_<run>`; and appends a row to the tables of figureTables(), which `results_<run>.npz`
/// holds as well.
///
/// @throws IoError (`io`).
void writeResults(const std::filesystem::path& folder, const FeatureData& data, const Scorer& scorer,
                  const Report& report);

}
