#pragma once

#include "engine/training/figures/report.h"
#include "engine/training/parallel/worker_place.h"
#include "engine/training/run/reproduction_record.h"
#include "engine/training/run/run_folder.h"
#include "engine/training/run/train_config.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace engine {

/// How to train, whatever is trained.
struct RunManner {
    std::string device = "cpu";
    int threads = 1; ///< the order of sums, and with it the result, depends on their number
    std::int64_t checkpointEvery = 1; ///< epochs
    RunFolder::Existing existing = RunFolder::Existing::Refuse;
    std::string command; ///< for card and record
    std::string version; ///< of Polylogue, for the record
    bool dynamics = false; ///< TrainingDynamics beside the model; it needs a folder
    /// Is called once the files may be written, and says with which other processes this one trains; empty:
    /// alone. Of a worker that is not the first: before anything is done.
    std::function<WorkerPlace()> workers{};
    bool isFirstWorker = true; ///< who is not writes nothing, and reports nothing
    /// Is called with what is known before training begins: configuration, settings, files, folds,
    /// environment. What it throws ends the run. May be empty, as the following two.
    std::function<void(const ReproductionRecord&)> begins{};
    std::function<void(const std::string& modalities, const EpochReport&)> epochDone{};
    std::function<void(const std::string& note)> note{};
};

/// Trains what the configuration says, and writes model, history, result and record into a folder or beside a
/// model file (RunFolder).
/// @param run  its progress is asked for each batch
/// @return the scores; of a worker that is not the first, none
/// @throws as trainAndWrite(); what only the data show to be wrong names the configuration or the data.
Report trainInto(const std::filesystem::path& out, const RunConfig& config, const RunManner& manner,
                 const RunContext& run);

}
