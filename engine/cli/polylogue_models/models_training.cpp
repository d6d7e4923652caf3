#include "engine/cli/polylogue_models/models_training.h"

#include "engine/cli/polylogue_models/models_output.h"
#include "engine/cli/polylogue_models/models_progress.h"
#include "engine/cli/probing.h"
#include "engine/cli/slurm_scripts.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/core/shell_word.h"
#include "engine/core/terminal_text.h"
#include "engine/training/run/training_run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <functional>
#include <optional>

namespace engine {

namespace {

EpochLines linesIn(const std::string& progress)
{
    return progress == "json" ? EpochLines::Json : progress == "none" ? EpochLines::None : EpochLines::Text;
}

/// trainAndWrite(); what only the data show to be wrong is said with the configuration or the data.
Report trained(const TrainConfig& config, const TrainingPlaces& places, const std::string& source,
               std::stop_token stop, std::function<void(double)> progress)
{
    try {
        return trainAndWrite(config, places, {std::move(stop), std::move(progress)});
    } catch (const Error& error) {
        constexpr std::array ofConfig{"bad_config", "bad_split", "unknown_model", "bad_hyper_parameter"};
        constexpr std::array ofData{"bad_labels", "wrong_labels"};
        const auto isAmong
            = [&](const auto& codes) { return std::ranges::find(codes, error.code()) != codes.end(); };
        if (isAmong(ofConfig))
            throw FormatError(error.code(), source, error.what());
        if (error.code() == "diverged")
            throw FormatError(error.code(), source + ", " + config.source.name(), error.what());
        if (isAmong(ofData) && !std::string_view(error.what()).starts_with(config.source.name()))
            throw FormatError(error.code(), config.source.name(), error.what());
        throw;
    }
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

std::string fieldsAndManner(const std::vector<std::string>& fields, const TrainingManner& manner)
{
    std::string text;
    for (const std::string& field : fields)
        text += " --set " + shellWord(field);
    if (manner.threads != 1)
        text += fmt::format(" --threads {}", manner.threads);
    if (manner.device != "cpu")
        text += " --device " + shellWord(manner.device);
    return text;
}

void addMannerOptions(CLI::App& command, TrainingManner& manner)
{
    command.add_option("--progress", manner.progress, "How epochs are told on stderr")
        ->check(CLI::IsMember({"text", "json", "none"}));
    command
        .add_option("--threads", manner.threads,
                    "1, if not given; the result depends on it, in its last digits")
        ->check(CLI::Range(1, 256));
    command.add_option("--checkpoint-every", manner.checkpointEvery, "Epochs; 1, if not given")
        ->check(CLI::Range(1, 1'000'000));
}

std::string problemOfPlace(const std::string& out)
{
    return out.empty() ? "is empty, expected a path" : "";
}

Report trainInto(const std::filesystem::path& out, const nlohmann::json& json, const std::string& source,
                 const TrainingManner& manner, std::stop_token stop)
{
    const TrainConfig config = trainConfigFromJson(json, source);
    if (!config.source.dataset.empty())
        cli::checkSequences(readDatasetList(config.source.dataset), config.source.recipe);
    refuseInputsAsOutputs(
        std::array{config.source.data, config.source.dataset, std::filesystem::path(source)},
        std::array{out});
    RunFolder folder(out, manner.existing);
    folder.begin(json);

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
    std::optional<EpochReport> last; // of the model itself, or of the last modality alone
    places.epochDone = [&](const std::string& modalities, const EpochReport& epoch) {
        printEpoch(linesIn(manner.progress), modalities, epoch);
        folder.addEpoch(modalities, epoch);
        last = epoch;
    };
    ReproductionRecord record;
    record.configuration = json;
    record.environment = currentEnvironment(POLYLOGUE_VERSION, manner.device, manner.threads);
    record.command = manner.command;
    places.begins = [&](const FeatureData& data, const ModelCard& card) {
        record.files = recordedFiles(config, {stop, nullptr});
        record.folds = recordedFolds(data);
        record.settings = recordedSettings(card);
        if (manner.begins)
            manner.begins(record);
    };
    places.note = [](const std::string& note) { fmt::print(stderr, "note: {}\n", terminalLines(note)); };
    const Report report
        = trained(config, places, source, stop,
                  linesIn(manner.progress) == EpochLines::Text
                      ? progressInEpochs(static_cast<std::size_t>(config.training.epochs)).progress
                      : nullptr);
    if (last && last->epoch < last->epochs)
        places.note(fmt::format(
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
