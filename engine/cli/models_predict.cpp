#include "engine/cli/models_commands.h"
#include "engine/cli/models_output.h"
#include "engine/cli/models_predictions.h"
#include "engine/cli/models_progress.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/models/threads.h"
#include "engine/training/feature_shaping.h"
#include "engine/training/feature_source.h"
#include "engine/training/known_folds.h"
#include "engine/training/recipe_json.h"
#include "engine/training/scorer.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

namespace fs = std::filesystem;

struct PredictOptions {
    std::string model;
    std::string dataset;
    std::string data;
    std::string out;
    std::vector<std::string> ids;
    std::string device = "cpu";
    bool ownFolds = false;
    bool unlabelled = false;
    bool guardsCells = false;
    bool json = false;
};

/// Is the segment asked for, by its own id or by that of its video?
bool isWanted(const std::string& segment, const std::vector<std::string>& ids)
{
    return ids.empty() || std::ranges::find(ids, segment) != ids.end()
        || std::ranges::find(ids, videoOf(segment)) != ids.end();
}

/// The split that names the folds; null: the data do.
nlohmann::json splitFor(const PredictOptions& options, const Scorer& scorer)
{
    return options.ownFolds ? nlohmann::json() : dataOptionsOf(scorer.card().input).split;
}

/// As training sees them under a split of its own: what a dataset has labels of is one fold, train.
void renameFolds(std::vector<LabelledSegment>& segments, const nlohmann::json& split)
{
    FeatureData data;
    data.folds[0].name = "train";
    for (const LabelledSegment& segment : segments)
        data.folds[0].ids.push_back(segment.id);
    const std::vector<std::string> folds = foldsBySplit(data, split);
    for (std::size_t i = 0; i < folds.size(); ++i)
        segments[i].fold = folds[i];
}

/// Those that the segments had when the model was trained, empty for those that it does not know; none with
/// --own-folds.
std::vector<std::string> foldsOfModel(const PredictOptions& options, const Scorer& scorer, FeatureData& data)
{
    if (!options.ownFolds)
        return knownFolds(scorer.card(), data);
    noteLearnt(data, scorer.card());
    return {};
}

Predictions predictDataset(const PredictOptions& options, const Scorer& scorer, const RunContext& run)
{
    const DatasetList list = readDatasetList(options.dataset);
    const SegmentRecipe recipe = segmentRecipeFromJson(scorer.card().recipe);
    for (const DatasetList::Sequence& sequence : list.sequences)
        refuseInputsAsOutputs(std::array{sequence.file}, std::array<fs::path, 1>{options.out});
    cli::checkSequences(list, recipe);
    std::vector<LabelledSegment> segments = labelledSegments(list, recipe, run);
    renameFolds(segments, splitFor(options, scorer));
    if (options.unlabelled)
        std::ranges::move(unlabelledSegments(list, recipe, run), std::back_inserter(segments));
    std::erase_if(segments,
                  [&](const LabelledSegment& segment) { return !isWanted(segment.id, options.ids); });
    Predictions predictions{taskFromName(scorer.card().task), scorer.card().labels, {}};
    for (LabelledSegment& segment : segments)
        predictions.segments.push_back(
            {segment.id, segment.fold, segment.interval, {}, std::exchange(segment.labels, {})});
    FeatureData data;
    data.source = options.dataset;
    data.sequences = {recipe.text, recipe.acoustic, recipe.visual};
    data.folds[2] = foldOf("all", segments);
    scorer.requireTakes(data);
    settleBrokenNumbers(data, dataOptionsOf(scorer.card().input).nanIsZero);
    const std::vector<std::string> known = foldsOfModel(options, scorer, data);
    printNotes(data.notes);
    const FeatureMatrix scores = scorer.predict(data.test(), false, scorer.card().modalities);
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (!known[i].empty())
            predictions.segments[i].fold = known[i];
    }
    for (std::size_t i = 0; i < predictions.segments.size(); ++i)
        predictions.segments[i].scores.assign(scores.row(i).begin(), scores.row(i).end());
    return predictions;
}

Predictions predictFile(const PredictOptions& options, const Scorer& scorer, const RunContext& run)
{
    DataOptions input = dataOptionsOf(scorer.card().input);
    input.split = nullptr; // every segment, also those in no fold of the card's
    FeatureData data = readFeatures({options.data, {}, {}}, input, run);
    scorer.requireTakes(data);
    const std::vector<std::string> known = foldsOfModel(options, scorer, data);
    printNotes(data, scorer.card());
    const std::vector<std::string> split = foldsBySplit(data, splitFor(options, scorer));
    const auto foldOf = [&](const FoldData& fold, std::size_t place) {
        if (!known.empty() && !known[place].empty())
            return known[place];
        return split.empty() ? fold.name : split[place];
    };
    std::size_t before = 0; // this fold
    Predictions predictions{taskFromName(scorer.card().task), scorer.labelsIn(data), {}};
    for (const FoldData& fold : data.folds) {
        const FeatureMatrix scores = scorer.predict(fold, data.isUtteranceLevel, scorer.card().modalities);
        for (std::size_t i = 0; i < fold.size(); ++i) {
            if (isWanted(fold.ids[i], options.ids))
                predictions.segments.push_back({fold.ids[i],
                                                foldOf(fold, before + i),
                                                std::nullopt,
                                                {scores.row(i).begin(), scores.row(i).end()},
                                                {fold.labels.row(i).begin(), fold.labels.row(i).end()}});
        }
        before += fold.size();
    }
    return predictions;
}

void predict(const PredictOptions& options)
{
    if (options.dataset.empty() == options.data.empty())
        throw CLI::ValidationError("predict", "name either --dataset or --data");
    refuseInputsAsOutputs(std::array<fs::path, 3>{options.model, options.data, options.dataset},
                          std::array<fs::path, 1>{options.out});
    setTorchThreads(1);
    const Scorer scorer(options.model, options.device);
    const RunContext run = progressOnStderr();
    const Predictions predictions
        = options.data.empty() ? predictDataset(options, scorer, run) : predictFile(options, scorer, run);
    if (predictions.segments.empty())
        throw FormatError("no_segments", options.data.empty() ? options.dataset : options.data,
                          "has no segment with such an id");
    printNotes(labelNotes(truthsOf(predictions), predictions.task, predictions.labels));
    if (!options.out.empty())
        writePredictions(options.out, predictions, options.guardsCells);
    else
        printPredictions(predictions, options.json);
}

}

void addPredictCommand(CLI::App& program)
{
    auto options = std::make_shared<PredictOptions>();
    CLI::App* const command = program.add_subcommand("predict", "Say what a model makes of each segment.");
    command->add_option("model", options->model, "The model file (.safetensors)")->required();
    command->add_option("--dataset", options->dataset, "The dataset list (dataset.json)");
    command->add_option("--data", options->data, "Or features (.h5, .npz)");
    command->add_option("--out", options->out, "A file for the scores (.csv, .npz) instead of printing them");
    command->add_option("--ids", options->ids, "Only these segments (video[0]) or videos");
    command->add_option("--device", options->device, "cpu or cuda");
    command->add_flag("--own-folds", options->ownFolds,
                      "Name the folds of the data, even if the model was trained on others");
    command->add_flag("--unlabelled", options->unlabelled,
                      "Also the utterances of videos that have words but no labels");
    command->add_flag("--guard-cells", options->guardsCells,
                      "Of tables: an apostrophe before ids that a spreadsheet would take for a formula");
    command->add_flag("--json", options->json, "Print the scores, and the labels, as JSON");
    command->callback([options] { predict(*options); });
}

}
