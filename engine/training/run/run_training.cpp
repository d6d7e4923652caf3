#include "engine/training/run/run_training.h"

#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/models/threads.h"
#include "engine/training/parallel/worker_group.h"
#include "engine/training/run/training_run.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace engine {

namespace {

/// trainAndWrite(); what only the data show to be wrong is said with the configuration or the data.
Report trained(const RunConfig& config, const TrainingPlaces& places, const RunContext& run)
{
    const std::string& data = config.values.source.name();
    try {
        return trainAndWrite(config.values, places, run);
    } catch (const Error& error) {
        constexpr std::array ofConfig{"bad_config", "bad_split", "unknown_model", "bad_hyper_parameter"};
        constexpr std::array ofData{"bad_labels", "wrong_labels"};
        const auto isAmong
            = [&](const auto& codes) { return std::ranges::find(codes, error.code()) != codes.end(); };
        if (isAmong(ofConfig))
            throw FormatError(error.code(), config.source, error.what());
        if (error.code() == "diverged")
            throw FormatError(error.code(), config.source + ", " + data, error.what());
        if (isAmong(ofData) && !std::string_view(error.what()).starts_with(data))
            throw FormatError(error.code(), data, error.what());
        throw;
    }
}

/// The same with the other workers, who are told when this one ends early.
Report trainedTogether(const RunConfig& config, TrainingPlaces places, const WorkerPlace& place,
                       const RunContext& run)
{
    WorkerGroup workers(place, run.stop);
    places.workers = &workers;
    try {
        return trained(config, places, run);
    } catch (const Cancelled&) {
        workers.leave({});
        throw;
    } catch (const Error& error) {
        if (error.code() != "worker_lost")
            workers.leave(error.what());
        throw;
    } catch (const std::exception& error) {
        workers.leave(error.what());
        throw;
    }
}

/// As a worker that is not the first.
Report joinTraining(const std::filesystem::path& out, const RunConfig& config, const RunManner& manner,
                    const RunContext& run)
{
    TrainingPlaces places;
    places.checkpoint = RunFolder::checkpointOf(out);
    places.resume = manner.existing == RunFolder::Existing::Resume;
    places.device = manner.device;
    return trainedTogether(config, places, manner.workers(), {run.stop, nullptr});
}

/// The lines of a history without what another machine, or a run that was resumed, does otherwise.
nlohmann::json curvesOf(std::vector<nlohmann::json> history)
{
    for (nlohmann::json& line : history) {
        line.erase("seconds");
        line.erase("epochs");
    }
    return history;
}

}

Report trainInto(const std::filesystem::path& out, const RunConfig& config, const RunManner& manner,
                 const RunContext& run)
{
    refuseInputsAsOutputs(std::array{config.values.source.data, config.values.source.dataset,
                                     std::filesystem::path(config.source)},
                          std::array{out});
    const TorchThreads threads(manner.threads);
    if (!manner.isFirstWorker)
        return joinTraining(out, config, manner, run);
    RunFolder folder(out, manner.existing);
    folder.begin(config.written);

    TrainingPlaces places;
    places.model = folder.model();
    places.checkpoint = folder.checkpoint();
    places.results = folder.model().parent_path();
    places.checkpointEvery = manner.checkpointEvery;
    if (manner.dynamics)
        places.dynamics = folder.folder() / "dynamics.csv";
    places.resume = manner.existing == RunFolder::Existing::Resume;
    places.device = manner.device;
    places.command = manner.command;
    places.note = manner.note;
    std::optional<EpochReport> last; // of the model itself, or of the last modality alone
    places.epochDone = [&](const std::string& modalities, const EpochReport& epoch) {
        if (manner.epochDone)
            manner.epochDone(modalities, epoch);
        folder.addEpoch(modalities, epoch);
        last = epoch;
    };
    ReproductionRecord record;
    record.configuration = config.written;
    record.environment = currentEnvironment(manner.version, manner.device, manner.threads);
    record.command = manner.command;
    places.begins = [&](const FeatureData& data, const ModelCard& card) {
        record.files = recordedFiles(config.values, {run.stop, nullptr});
        record.folds = recordedFolds(data);
        record.snapshot = recordedSnapshot(config.values);
        record.settings = recordedSettings(card);
        if (manner.begins)
            manner.begins(record);
    };
    const Report report = manner.workers ? trainedTogether(config, places, manner.workers(), run)
                                         : trained(config, places, run);
    if (manner.note && last && last->epoch < last->epochs)
        manner.note(fmt::format(
            "stopped early after epoch {} of {}: nothing better came after epoch {}, whose weights are "
            "kept (training.patience)",
            last->epoch, last->epochs, last->bestEpoch));
    record.curves = curvesOf(folder.history());
    record.figures = toJson(report);
    record.weights = weightsHash(folder.model());
    folder.finish(heldOutResult(report), toJson(record));
    return report;
}

}
