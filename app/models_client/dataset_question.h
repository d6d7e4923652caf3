#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/dataset_list.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What `polylogue-models` answers.
struct ProgramAnswer {
    std::optional<std::string> line; ///< absent: it failed
    std::string said; ///< why, in its own sentence; empty: it was killed, twice
};

/// Why it gave no line, as a sentence for the window.
QString whyNoLine(const ProgramAnswer& answer);

/// Asks `polylogue-models` about a whole dataset, with or without a model: for tasks. Where the process is
/// killed it is noted (RunContext::note), and asked once more.
/// @param question  its command and options but for dataset and `--json`
/// @throws Cancelled
ProgramAnswer answerAboutDataset(const std::filesystem::path& programs,
                                 const std::vector<std::string>& question, const engine::DatasetList& dataset,
                                 const engine::RunContext& run);

/// The line with which it answers askAboutDataset(). @throws as it does.
std::string lineAboutDataset(const std::filesystem::path& programs, const std::filesystem::path& model,
                             std::vector<std::string> question, const engine::DatasetList& dataset,
                             const engine::RunContext& run);

/// Asks `polylogue-models` about a whole dataset and waits for its answer, which may take minutes: for tasks.
///
/// @param programs  the folder with the program
/// @param model     the model's file
/// @param question  the program's command and its options but for model, dataset and `--json`
/// @param run       its progress is the program's, where the question has `--progress`
/// @return what it answers
/// @throws IoError (`io`) with its own sentence when it fails, Cancelled
nlohmann::json askAboutDataset(const std::filesystem::path& programs, const std::filesystem::path& model,
                               std::vector<std::string> question, const engine::DatasetList& dataset,
                               const engine::RunContext& run);

}
