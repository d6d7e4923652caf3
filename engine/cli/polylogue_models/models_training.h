#pragma once

#include "engine/cli/polylogue_models/models_run_folder.h"
#include "engine/training/figures/report.h"
#include "engine/training/run/reproduction_record.h"
#include "engine/training/run/train_config.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace engine {

/// How to train and how to report it, whatever is trained.
struct TrainingManner {
    std::string progress = "text"; ///< of the epochs on stderr: `text`, `json`, `none`
    std::string device = "cpu";
    int threads = 1;
    std::int64_t checkpointEvery = 1; ///< epochs
    RunFolder::Existing existing = RunFolder::Existing::Refuse;
    std::string command; ///< for the card
    bool dynamics = false; ///< TrainingDynamics beside the model; it needs a folder
    /// Is called with what is known before training begins: configuration, settings, files, folds,
    /// environment. What it throws ends the run. May be empty.
    std::function<void(const ReproductionRecord&)> begins{};
};

/// The part of a command line on which a trained model depends apart from its data and class, such as ` --set
/// … --threads 2`; there is a space before each word.
std::string fieldsAndManner(const std::vector<std::string>& fields, const TrainingManner& manner);

/// `--progress`, `--threads`, `--checkpoint-every`.
void addMannerOptions(CLI::App& command, TrainingManner& manner);

/// What is wrong with an `--out`; empty when nothing is.
std::string problemOfPlace(const std::string& out);

/// Trains what the configuration says, writes it into a folder or model file (RunFolder), and reports on
/// stderr.
///
/// setTorchThreads() must have been called, since the number of threads holds for the whole program.
/// @param source  the name of the configuration's file, for messages.
/// @throws as trainAndWrite().
Report trainInto(const std::filesystem::path& out, const nlohmann::json& config, const std::string& source,
                 const TrainingManner& manner, std::stop_token stop);

}
