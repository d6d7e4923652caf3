#pragma once

#include "engine/cli/polylogue_models/models_run_folder.h"
#include "engine/training/figures/report.h"
#include "engine/training/run/train_config.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace engine {

/// How training is done and told, whatever is trained.
struct TrainingManner {
    std::string progress = "text"; ///< of the epochs on stderr: `text`, `json`, `none`
    std::string device = "cpu";
    int threads = 1;
    std::int64_t checkpointEvery = 1; ///< epochs
    RunFolder::Existing existing = RunFolder::Existing::Refuse;
    std::string command; ///< for the card
};

/// As one word of a shell, in quotes where it needs them.
std::string shellWord(const std::string& text);

/// `--set … --threads 2`: of a command line what a model depends on, besides what is trained; a word each,
/// after a space.
std::string fieldsAndManner(const std::vector<std::string>& fields, const TrainingManner& manner);

/// `--progress`, `--threads`, `--checkpoint-every`.
void addMannerOptions(CLI::App& command, TrainingManner& manner);

/// What is wrong with an `--out`; empty when nothing is.
std::string problemOfPlace(const std::string& out);

/// Trains what the configuration says into a folder or model file (RunFolder), telling of it on stderr.
///
/// The number of threads is that of the whole program: setTorchThreads() has been called.
/// @param source  of the configuration, for messages.
/// @throws as trainAndWrite().
Report trainInto(const std::filesystem::path& out, const nlohmann::json& config, const std::string& source,
                 const TrainingManner& manner, std::stop_token stop);

}
