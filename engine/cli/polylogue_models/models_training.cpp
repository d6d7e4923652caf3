#include "engine/cli/polylogue_models/models_training.h"

#include "engine/cli/polylogue_models/models_output.h"
#include "engine/cli/polylogue_models/models_progress.h"
#include "engine/cli/probing.h"
#include "engine/cli/slurm_scripts.h"
#include "engine/core/shell_word.h"
#include "engine/core/terminal_text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <utility>

namespace engine {

namespace {

EpochLines linesIn(const std::string& progress)
{
    return progress == "json" ? EpochLines::Json : progress == "none" ? EpochLines::None : EpochLines::Text;
}

}

std::string fieldsAndManner(const std::vector<std::string>& fields, const RunManner& manner)
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
        .add_option("--threads", manner.run.threads,
                    "1, if not given; the result depends on it, in its last digits")
        ->check(CLI::Range(1, 256));
    command.add_option("--checkpoint-every", manner.run.checkpointEvery, "Epochs; 1, if not given")
        ->check(CLI::Range(1, 1'000'000));
}

std::string problemOfPlace(const std::string& out)
{
    return out.empty() ? "is empty, expected a path" : "";
}

Report trainAndTell(const std::filesystem::path& out, const RunConfig& config, const TrainingManner& manner,
                    std::stop_token stop)
{
    const FeatureSource& source = config.values.source;
    if (!source.dataset.empty())
        cli::checkSequences(readDatasetList(source.dataset), source.recipe);
    const EpochLines lines = linesIn(manner.progress);
    RunManner run = manner.run;
    run.version = POLYLOGUE_VERSION;
    if (!run.isFirstWorker)
        return trainInto(out, config, run, {std::move(stop), nullptr});
    run.epochDone = [lines](const std::string& modalities, const EpochReport& epoch) {
        printEpoch(lines, modalities, epoch);
    };
    run.note = [](const std::string& note) { fmt::print(stderr, "note: {}\n", terminalLines(note)); };
    return trainInto(out, config, run,
                     {std::move(stop),
                      lines == EpochLines::Text
                          ? progressInEpochs(static_cast<std::size_t>(config.values.training.epochs)).progress
                          : nullptr});
}

}
