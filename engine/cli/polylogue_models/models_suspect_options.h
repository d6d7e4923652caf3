#pragma once

#include "engine/cli/polylogue_models/models_progress.h"
#include "engine/training/suspects/suspect_search.h"

#include <filesystem>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace engine {

/// What `suspects`, `learn-order` and `learn-next` are told alike.
struct SuspectOptions {
    std::filesystem::path data;
    std::filesystem::path dataset;
    std::filesystem::path ratings;
    std::filesystem::path out;
    std::filesystem::path work;
    std::optional<std::size_t> folds; ///< absent: usualVideoFolds()
    std::uint64_t seed = 1;
    std::size_t column = 1; ///< of the labels, from 1
    std::size_t threads = 2;
    bool progress = false;
    bool json = false;

    ProgressForm progressForm() const { return progress ? ProgressForm::Lines : ProgressForm::InPlace; }
};

void addSuspectOptions(CLI::App& command, SuspectOptions& options);

/// The segments that the options name. @throws CLI::ValidationError where they name none, or two sources;
/// as readSuspectData().
SuspectData suspectDataFor(const SuspectOptions& options, const RunContext& run,
                           SuspectFrames frames = SuspectFrames::Wanted);

/// Into how many folds the videos are divided.
std::size_t foldsFor(const SuspectOptions& options, const SuspectData& data);

/// The ratings of the label that is looked at. @throws as readRatings(); FormatError (`no_ratings`).
std::optional<RatingTable> ratingsFor(const SuspectOptions& options, const std::string& labelName);

}
