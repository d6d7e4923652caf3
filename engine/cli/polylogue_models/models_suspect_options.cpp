#include "engine/cli/polylogue_models/models_suspect_options.h"

#include "engine/agreement/rating_files.h"
#include "engine/alignment/recipe_sequences.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/training/suspects/video_folds.h"

#include <CLI/CLI.hpp>
#include <array>

namespace engine {

void addSuspectOptions(CLI::App& command, SuspectOptions& options)
{
    command.add_option("--data", options.data, "Features with labels (.h5, .npz)");
    command.add_option("--dataset", options.dataset, "Or the dataset list (dataset.json)");
    command
        .add_option(
            "--folds", options.folds,
            "Into how many parts the videos are divided; 5, if not given, or as many as there are videos")
        ->check(CLI::Range(2, 100));
    command.add_option("--seed", options.seed, "Of what is drawn at random; 1, if not given");
    command.add_option("--column", options.column, "Which column of the labels; 1, if not given")
        ->check(CLI::Range(1, 10000));
    command.add_option(
        "--ratings", options.ratings,
        "Judgements of several raters in numbers, in the files that `polylogue-cli agreement` reads");
    command
        .add_option("--threads", options.threads,
                    "Models that are trained side by side; 2, if not given. The result does not depend on it")
        ->check(CLI::Range(1, 256));
    command.add_option("--work", options.work,
                       "The folder that keeps what is trained, so that the same command goes on where it was "
                       "stopped; beside --out, if not given");
    command.add_flag("--json", options.json, "Print one line of JSON");
    command.add_flag("--progress", options.progress,
                     "Print a line on stderr for each percent, for a program that reads it");
}

std::size_t foldsFor(const SuspectOptions& options, const SuspectData& data)
{
    return options.folds ? *options.folds : usualVideoFolds(data.segments.ids);
}

SuspectData suspectDataFor(const SuspectOptions& options, const RunContext& run, SuspectFrames frames)
{
    if (options.dataset.empty() == options.data.empty())
        throw CLI::ValidationError("suspects", "name either --dataset or --data");
    refuseInputsAsOutputs(withListedFiles({options.data, options.ratings}, options.dataset),
                          std::array<std::filesystem::path, 1>{options.out});
    FeatureSource source{options.data, options.dataset, {}};
    if (!source.dataset.empty()) {
        const DatasetList list = readDatasetList(source.dataset);
        source.recipe = usualRecipeFor(list);
        cli::checkSequences(list, source.recipe);
    }
    return readSuspectData(source, options.column - 1, frames, run);
}

std::optional<RatingTable> ratingsFor(const SuspectOptions& options, const std::string& labelName)
{
    if (options.ratings.empty())
        return std::nullopt;
    const RatingTables read = readRatings({options.ratings});
    printNotes(read.notes);
    const RatingTable* chosen = nullptr;
    for (const RatingTable& table : read.tables) {
        if (!table.isNominal() && (!chosen || table.label() == labelName))
            chosen = &table;
    }
    if (!chosen)
        throw FormatError("no_ratings", options.ratings,
                          "holds no judgements in numbers, of which a bias could be told");
    return *chosen;
}

}
