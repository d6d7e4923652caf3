#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/cli/polylogue_models/models_training.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/shell_word.h"
#include "engine/core/with_source.h"
#include "engine/models/threads.h"
#include "engine/training/parallel/worker_processes.h"
#include "engine/training/run/config_json.h"
#include "engine/training/run/segment_tensors.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

namespace engine {

namespace {

struct TrainOptions {
    std::vector<std::string> words; ///< the configuration, and fields that stand behind `--set a=1`
    std::string config;
    std::string model;
    std::string data;
    std::string out;
    std::optional<std::uint64_t> seed;
    std::vector<std::string> fields;
    bool resumes = false;
    bool overwrites = false;
    std::size_t workers = 1;
    std::optional<std::size_t> rank;
    std::string rendezvous;
    std::optional<std::string> address;
    std::vector<std::string> arguments; ///< of the program, as they were written
    TrainingManner manner;
    bool json = false;
};

/// `--set a=1 b=2`: fields that follow the first one come as words, as the configuration does.
void sortWords(TrainOptions& options)
{
    for (const std::string& word : options.words) {
        const bool isField = !options.fields.empty() && word.find('=') != std::string::npos
            && !std::filesystem::exists(word);
        if (isField)
            options.fields.push_back(word);
        else if (options.config.empty())
            options.config = word;
        else
            throw CLI::ValidationError("config", "there are two, " + options.config + " and " + word);
    }
}

nlohmann::json configOf(const TrainOptions& options)
{
    if (options.config.empty() == options.model.empty())
        throw CLI::ValidationError("train", "name either a configuration, or --model and --data");
    if (options.config.empty() && options.data.empty())
        throw CLI::ValidationError("--data", "is needed with --model");
    std::vector<std::string> fields = options.fields;
    if (!options.config.empty() && !options.data.empty())
        fields.insert(fields.begin(), "data=" + jsonText(nlohmann::json(options.data)));
    nlohmann::json config = options.config.empty() ? publishedConfig(options.model, options.data, fields)
                                                   : readConfig(options.config, fields);
    withSource(options.config, [&] { fillModel(config); });
    if (options.seed)
        setField(config, "training.seed", *options.seed);
    return config;
}

/// What makes the same model again; where it is written to and how training was interrupted have no part in
/// that.
std::string commandOf(const TrainOptions& options, std::uint64_t seed)
{
    std::string command = "polylogue-models train";
    if (!options.config.empty())
        command += " " + shellWord(options.config);
    else
        command += " --model " + shellWord(options.model);
    if (!options.data.empty())
        command += " --data " + shellWord(options.data);
    command += fieldsAndManner(options.fields, options.manner.run) + fmt::format(" --seed {}", seed);
    return options.workers == 1 ? command : command + fmt::format(" --workers {}", options.workers);
}

/// Of a worker that somebody else has started.
WorkerPlace placeOf(const TrainOptions& options)
{
    WorkerPlace place;
    place.rank = *options.rank;
    place.count = options.workers;
    place.rendezvous = options.rendezvous;
    if (options.address)
        place.address = *options.address;
    return place;
}

void checkWorkers(const TrainOptions& options)
{
    if (options.rank && *options.rank >= options.workers)
        throw CLI::ValidationError(
            "--rank",
            fmt::format("is {}, expected less than the {} of --workers", *options.rank, options.workers));
    if (options.rank && options.rendezvous.empty())
        throw CLI::ValidationError("--rank", "needs --rendezvous, a folder that all workers see");
    if (!options.rank && (!options.rendezvous.empty() || options.address))
        throw CLI::ValidationError(options.address ? "--address" : "--rendezvous", "needs --rank");
}

void train(const TrainOptions& options)
{
    checkWorkers(options);
    if (options.manner.run.dynamics && std::filesystem::path(options.out).extension() == ".safetensors")
        throw CLI::ValidationError("--dynamics", "needs a folder to be written into");
    const RunConfig config = RunConfig::from(
        configOf(options), options.config.empty() ? "--model " + options.model : options.config);
    TrainingManner manner = options.manner;
    if (options.resumes)
        manner.run.existing = RunFolder::Existing::Resume;
    else if (options.overwrites)
        manner.run.existing = RunFolder::Existing::Overwrite;
    manner.run.command = commandOf(options, config.values.training.seed);
    if (options.workers > 1)
        deviceOf(
            manner.run
                .device); // one that is not there is said before others are started, who would lose this one
    std::optional<WorkerProcesses> processes;
    manner.run.isFirstWorker = options.rank.value_or(0) == 0;
    if (options.workers > 1)
        manner.run.workers = [&] {
            return options.rank ? placeOf(options)
                                : processes.emplace(options.workers, options.arguments).place();
        };
    const StopOnSignal signals;
    const Report report = trainAndTell(options.out, config, manner, signals.token());
    if (manner.run.isFirstWorker)
        printReport(report, options.json, config.values.decimals);
}

}

void addTrainCommand(CLI::App& program, const std::vector<std::string>& arguments)
{
    auto options = std::make_shared<TrainOptions>();
    options->arguments = arguments;
    CLI::App* const command = program.add_subcommand(
        "train", "Train a model on a dataset or a file of features; a stopped run goes on with --resume.");
    command->add_option("config", options->words, "What to train on what (JSON)");
    command->add_option("--model", options->model, "Without a configuration: a model, as it was published");
    command->add_option("--data", options->data, "The features (.h5, .npz) that it learns from");
    command
        ->add_option("--out", options->out,
                     "A folder for model, history and result, or the model file to write (.safetensors)")
        ->required()
        ->check(problemOfPlace);
    command->add_option("--seed", options->seed, "Instead of the seed in the configuration");
    command
        ->add_option("--set", options->fields, "Fields of the configuration: training.lr=1e-3 model.rank=8")
        ->allow_extra_args(false);
    addMannerOptions(*command, options->manner);
    command->add_option("--device", options->manner.run.device, "cpu or cuda");
    command
        ->add_option("--workers", options->workers,
                     "Processes that learn together, each from its part of every batch; 1, if not given")
        ->check(CLI::Range(1, 1024));
    command->add_option("--rank", options->rank,
                        "Which of the workers this is, from 0, where each is started by hand or by Slurm");
    command->add_option("--rendezvous", options->rendezvous,
                        "With --rank: a folder that all workers see, in which they find each other");
    command->add_option(
        "--address", options->address,
        "With --rank: this machine's name or address for workers on others; 127.0.0.1, if not given");
    CLI::Option* const resume
        = command->add_flag("--resume", options->resumes, "Go on where a run to the same place was stopped");
    command->add_flag("--overwrite", options->overwrites, "Start over where a run is already")
        ->excludes(resume);
    command->add_flag(
        "--dynamics", options->manner.run.dynamics,
        "Also dynamics.csv: mean and deviation over the epochs of each training segment's error");
    command->add_flag("--json", options->json, "Print the scores as lines of JSON, the test fold's last");
    command->callback([options] {
        sortWords(*options);
        train(*options);
    });
}

}
