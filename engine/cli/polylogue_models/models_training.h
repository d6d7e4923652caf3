#pragma once

#include "engine/training/run/run_training.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace CLI {
class App;

}

namespace engine {

/// How to train and how to report it on stderr, whatever is trained.
struct TrainingManner {
    RunManner run;
    std::string progress = "text"; ///< of the epochs: `text`, `json`, `none`
};

/// The part of a command line on which a trained model depends apart from its data and class, such as ` --set
/// … --threads 2`; there is a space before each word.
std::string fieldsAndManner(const std::vector<std::string>& fields, const RunManner& manner);

/// `--progress`, `--threads`, `--checkpoint-every`.
void addMannerOptions(CLI::App& command, TrainingManner& manner);

/// What is wrong with an `--out`; empty when nothing is.
std::string problemOfPlace(const std::string& out);

/// Examines the sequences of the dataset, trains by trainInto(), and reports on stderr. @throws as both.
Report trainAndTell(const std::filesystem::path& out, const RunConfig& config, const TrainingManner& manner,
                    std::stop_token stop);

}
