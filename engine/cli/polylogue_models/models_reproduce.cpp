#include "engine/cli/passing_folder.h"
#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/cli/polylogue_models/models_training.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/terminal_text.h"
#include "engine/models/threads.h"
#include "engine/training/run/record_comparison.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>
#include <optional>

namespace engine {

namespace {

namespace fs = std::filesystem;

struct ReproduceOptions {
    std::string record;
    std::string data;
    std::string dataset;
    std::string out;
    double tolerance = 1e-3;
    std::string progress = "text";
    bool json = false;
};

/// Ends a run before it trains: its data or settings are others.
struct OtherInput {
    std::vector<RunDifference> differences;
};

/// The configuration of the record, with data that have moved.
nlohmann::json configOf(const ReproductionRecord& record, const ReproduceOptions& options)
{
    nlohmann::json config = record.configuration;
    const bool isOfFile = config.contains("data");
    if (!options.data.empty() && !isOfFile)
        throw CLI::ValidationError("--data", "the record is of a dataset, which --dataset names");
    if (!options.dataset.empty() && isOfFile)
        throw CLI::ValidationError("--dataset", "the record is of a file of features, which --data names");
    if (!options.data.empty())
        config["data"] = fs::absolute(options.data).lexically_normal().string();
    if (!options.dataset.empty())
        config["dataset"] = fs::absolute(datasetListOf(options.dataset)).lexically_normal().string();
    return config;
}

void requireThere(const TrainConfig& config)
{
    const FeatureSource& source = config.source;
    if (!fs::exists(source.name()))
        throw IoError("file_not_found", source.name(),
                      std::string("is not there any more; ") + (source.data.empty() ? "--dataset" : "--data")
                          + " says where it is now");
}

nlohmann::json toJson(const Reproduction& result)
{
    nlohmann::json differences = nlohmann::json::array();
    for (const RunDifference& difference : result.differences)
        differences.push_back({{"what", difference.what}, {"sentence", difference.sentence}});
    return {{"verdict", name(result.verdict)},
            {"first_difference", differences.empty() ? nlohmann::json() : differences.front()},
            {"differences", differences},
            {"largest_difference", result.largest}};
}

void print(const Reproduction& result, bool json)
{
    if (json) {
        fmt::print("{}\n", jsonText(toJson(result)));
        return;
    }
    fmt::print("{}\n", name(result.verdict));
    for (const RunDifference& difference : result.differences)
        fmt::print("  {}: {}\n", difference.what, terminalText(difference.sentence));
}

Reproduction runAgain(const ReproductionRecord& record, const ReproduceOptions& options)
{
    const RunConfig config = RunConfig::from(configOf(record, options), options.record);
    requireThere(config.values);
    std::optional<cli::PassingFolder> passing;
    if (options.out.empty())
        passing.emplace();
    const fs::path folder = passing ? passing->path() / "run" : fs::path(options.out);
    TrainingManner manner;
    manner.progress = options.progress;
    manner.run.device = record.environment.device;
    manner.run.threads = record.environment.threads;
    manner.run.command = record.command;
    manner.run.begins = [&](const ReproductionRecord& now) {
        std::vector<RunDifference> differences = dataDifferences(record, now);
        if (differences.empty())
            differences = settingsDifferences(record, now);
        if (!differences.empty())
            throw OtherInput{differences};
        printNotes(harmlessFiles(record, now));
    };
    const StopOnSignal signals;
    try {
        trainAndTell(folder, config, manner, signals.token());
    } catch (const OtherInput& other) {
        return {Reproduction::Verdict::Different, other.differences, 0.0, {}};
    }
    const fs::path model = folder.extension() == ".safetensors" ? folder : folder / "model.safetensors";
    return compared(record, readRecord(recordBeside(model == folder ? fs::path() : folder, model)),
                    options.tolerance);
}

void reproduce(const ReproduceOptions& options)
{
    const Reproduction result = runAgain(readRecord(options.record), options);
    print(result, options.json);
    if (result.verdict == Reproduction::Verdict::Different)
        throw EndsWith{1};
}

}

void addReproduceCommand(CLI::App& program)
{
    auto options = std::make_shared<ReproduceOptions>();
    CLI::App* const command = program.add_subcommand(
        "reproduce", "Train again what a record says, and tell whether the same model comes of it.");
    command->add_option("record", options->record, "The record (record.json beside a model)")->required();
    command->add_option("--data", options->data, "Where the features (.h5, .npz) are now");
    command->add_option("--dataset", options->dataset, "Where the dataset list (dataset.json) is now");
    command
        ->add_option("--out", options->out,
                     "A folder, or a model file, for the new run; otherwise it is not kept")
        ->check(problemOfPlace);
    command
        ->add_option("--tolerance", options->tolerance,
                     "How far a figure may be from the recorded one; 0.001, if not given")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--progress", options->progress, "How epochs are told on stderr")
        ->check(CLI::IsMember({"text", "json", "none"}));
    command->add_flag("--json", options->json, "Print the verdict as a line of JSON");
    command->callback([options] { reproduce(*options); });
}

}
