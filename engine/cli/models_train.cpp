#include "engine/cli/models_commands.h"
#include "engine/cli/models_progress.h"
#include "engine/cli/probing.h"
#include "engine/models/threads.h"
#include "engine/training/training_run.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

namespace engine {

namespace {

struct TrainOptions {
    std::string config;
    std::string out;
    std::optional<std::uint64_t> seed;
    bool json = false;
};

void train(const TrainOptions& options)
{
    setTorchThreads(1); // the order of sums, and with it the result, would depend on the number of threads
    TrainConfig config = readTrainConfig(options.config);
    if (options.seed)
        config.training.seed = *options.seed;
    cli::checkSequences(readDatasetList(config.dataset), config.recipe);
    const std::string command = fmt::format("polylogue-models train {} --out {} --seed {}", options.config,
                                            options.out, config.training.seed);
    const Report report = trainAndWrite(config, command, options.out, progressOnStderr());
    fmt::print("{}", options.json ? toJson(report).dump(2) + "\n" : textTable(report));
}

}

void addTrainCommand(CLI::App& program)
{
    auto options = std::make_shared<TrainOptions>();
    CLI::App* const command
        = program.add_subcommand("train", "Train a model, and each of its modalities alone.");
    command->add_option("config", options->config, "What to train on what (JSON)")->required();
    command->add_option("--out", options->out, "The model file to write (.safetensors)")->required();
    command->add_option("--seed", options->seed, "Instead of the seed in the configuration");
    command->add_flag("--json", options->json, "Print the scores as JSON");
    command->callback([options] { train(*options); });
}

}
