#include "engine/cli/models_commands.h"
#include "engine/cli/models_progress.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/models/threads.h"
#include "engine/training/evaluate.h"
#include "engine/training/folds.h"
#include "engine/training/recipe_json.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

struct EvaluateOptions {
    std::string model;
    std::string dataset;
    bool json = false;
};

void evaluate(const EvaluateOptions& options)
{
    setTorchThreads(1);
    const Predictor predictor(options.model);
    const RunContext run = progressOnStderr();
    const DatasetList list = readDatasetList(options.dataset);
    const SegmentRecipe recipe = segmentRecipeFromJson(predictor.card().recipe);
    cli::checkSequences(list, recipe);
    const Folds folds = splitByFold(labelledSegments(list, recipe, run));
    Report report;
    for (const auto& [fold, segments] : namedFolds(folds)) {
        const Report rows = evaluate(predictor, fold, segments, predictor.card().modalities, run);
        report.insert(report.end(), rows.begin(), rows.end());
    }
    if (report.empty())
        throw FormatError("no_folds", options.dataset,
                          "no labelled segment is in the folds train, valid or test");
    fmt::print("{}", options.json ? toJson(report).dump(2) + "\n" : textTable(report));
}

}

void addEvaluateCommand(CLI::App& program)
{
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App* const command = program.add_subcommand("evaluate", "Score a model on each fold of a dataset.");
    command->add_option("model", options->model, "The model file (.safetensors)")->required();
    command->add_option("--dataset", options->dataset, "The dataset list (dataset.json)")->required();
    command->add_flag("--json", options->json, "Print the scores as JSON");
    command->callback([options] { evaluate(*options); });
}

}
