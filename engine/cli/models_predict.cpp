#include "engine/cli/models_commands.h"
#include "engine/cli/models_progress.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/models/threads.h"
#include "engine/training/evaluate.h"
#include "engine/training/recipe_json.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

struct PredictOptions {
    std::string model;
    std::string dataset;
    std::vector<std::string> ids;
    bool unlabelled = false;
    bool json = false;
};

/// Is the segment asked for, by its own id or by that of its video?
bool isWanted(const LabelledSegment& segment, const std::vector<std::string>& ids)
{
    const std::string video = segment.id.substr(0, segment.id.rfind('['));
    return ids.empty() || std::ranges::find(ids, segment.id) != ids.end()
        || std::ranges::find(ids, video) != ids.end();
}

/// The segment's labels by the names of the model's outputs; null when it has none.
nlohmann::json labelsOf(const LabelledSegment& segment, const ModelCard& card)
{
    nlohmann::json labels;
    for (const LabelCard& label : card.labels) {
        if (label.column < segment.labels.size())
            labels[label.name] = segment.labels[label.column];
    }
    return labels;
}

nlohmann::json toJson(const LabelledSegment& segment, std::span<const float> values, const ModelCard& card)
{
    nlohmann::json scores = nlohmann::json::object();
    for (std::size_t i = 0; i < values.size(); ++i)
        scores[card.labels[i].name] = values[i];
    return {{"id", segment.id},
            {"start", segment.interval.start},
            {"end", segment.interval.end},
            {"scores", scores},
            {"labels", labelsOf(segment, card)}};
}

std::vector<LabelledSegment> wantedSegments(const PredictOptions& options, const ModelCard& card,
                                            const RunContext& run)
{
    const DatasetList list = readDatasetList(options.dataset);
    const SegmentRecipe recipe = segmentRecipeFromJson(card.recipe);
    cli::checkSequences(list, recipe);
    std::vector<LabelledSegment> segments = labelledSegments(list, recipe, run);
    if (options.unlabelled)
        std::ranges::move(unlabelledSegments(list, recipe, run), std::back_inserter(segments));
    std::erase_if(segments, [&](const LabelledSegment& segment) { return !isWanted(segment, options.ids); });
    return segments;
}

void print(const std::vector<LabelledSegment>& segments, const FeatureMatrix& predictions,
           const ModelCard& card)
{
    fmt::print("{:<20} {:>9} {:>9}", "segment", "start", "end");
    for (const LabelCard& label : card.labels)
        fmt::print(" {:>10}", label.name);
    fmt::print("\n");
    for (std::size_t i = 0; i < segments.size(); ++i) {
        fmt::print("{:<20} {:>9.3f} {:>9.3f}", segments[i].id, segments[i].interval.start,
                   segments[i].interval.end);
        for (const float value : predictions.row(i))
            fmt::print(" {:>10.3f}", value);
        fmt::print("\n");
    }
}

void predict(const PredictOptions& options)
{
    setTorchThreads(1);
    const Predictor predictor(options.model);
    const RunContext run = progressOnStderr();
    std::vector<LabelledSegment> segments = wantedSegments(options, predictor.card(), run);
    if (segments.empty())
        throw FormatError("no_segments", options.dataset, "has no segment with such an id");
    const FeatureMatrix predictions = predictAll(predictor, segments, predictor.card().modalities, run);
    if (!options.json) {
        print(segments, predictions, predictor.card());
        return;
    }
    nlohmann::json rows = nlohmann::json::array();
    for (std::size_t i = 0; i < segments.size(); ++i)
        rows.push_back(toJson(segments[i], predictions.row(i), predictor.card()));
    fmt::print("{}\n", rows.dump(2));
}

}

void addPredictCommand(CLI::App& program)
{
    auto options = std::make_shared<PredictOptions>();
    CLI::App* const command = program.add_subcommand("predict", "Say what a model makes of each segment.");
    command->add_option("model", options->model, "The model file (.safetensors)")->required();
    command->add_option("--dataset", options->dataset, "The dataset list (dataset.json)")->required();
    command->add_option("--ids", options->ids, "Only these segments (video[0]) or videos");
    command->add_flag("--unlabelled", options->unlabelled,
                      "Also the utterances of videos that have words but no labels");
    command->add_flag("--json", options->json, "Print the scores, and the labels, as JSON");
    command->callback([options] { predict(*options); });
}

}
