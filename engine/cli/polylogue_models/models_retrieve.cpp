#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_folds.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/segment_id.h"
#include "engine/models/threads.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/run/nearest_segments.h"
#include "engine/training/run/own_figures.h"
#include "engine/training/run/scorer.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

namespace engine {

namespace {

struct RetrieveOptions {
    std::string model;
    std::string dataset;
    std::string data;
    std::optional<double> window; ///< seconds
    std::string like; ///< a video
    double at = 0.0; ///< seconds of it
    std::size_t most = 10;
    bool ownFolds = false;
    bool json = false;
};

void printRetrieval(const FoldData& fold, const std::vector<Metric>& metrics, bool json)
{
    if (json) {
        nlohmann::ordered_json line{{"fold", fold.name}, {"n", fold.size()}};
        for (const Metric& metric : metrics)
            line[metric.name] = metric.value ? nlohmann::ordered_json(*metric.value) : nullptr;
        fmt::print("{}\n", jsonText(line));
        return;
    }
    fmt::print("{}: {} segments\n", fold.name, fold.size());
    for (const Metric& metric : metrics)
        fmt::print("  {:<28} {}\n", metric.name, metric.value ? fmt::format("{:.3f}", *metric.value) : "n/a");
}

nlohmann::ordered_json foundJson(const FeatureData& data, const NearestSegments::Found& found)
{
    const FoldData& fold = data.folds.at(found.fold);
    const Interval& span = fold.spans.at(found.segment);
    nlohmann::ordered_json json{{"id", fold.ids.at(found.segment)},
                                {"video", entryOfSegment(fold.ids.at(found.segment))},
                                {"start", span.start},
                                {"end", span.end},
                                {"score", found.score}};
    if (!fold.transcripts.empty())
        json["words"] = fold.transcripts.at(found.segment);
    return json;
}

/// The nearest of one segment, both ways.
void printNearest(Scorer& scorer, const FeatureData& data, const RetrieveOptions& options)
{
    const NearestSegments nearest
        = nearestSegments(scorer.trained(), data, options.like, options.at, options.most);
    nlohmann::ordered_json json{{"segment", foundJson(data, nearest.own)},
                                {"compared", nearest.segments},
                                {"sounds", nlohmann::ordered_json::array()},
                                {"pictures", nlohmann::ordered_json::array()}};
    for (const auto& found : nearest.sounds)
        json["sounds"].push_back(foundJson(data, found));
    for (const auto& found : nearest.pictures)
        json["pictures"].push_back(foundJson(data, found));
    if (options.json) {
        fmt::print("{}\n", jsonText(json));
        return;
    }
    const auto line = [](const nlohmann::ordered_json& found) {
        fmt::print("  {:<20} {:8.2f} {:8.2f}  {:6.3f}\n", found["video"].get<std::string>(),
                   found["start"].get<double>(), found["end"].get<double>(), found["score"].get<double>());
    };
    fmt::print("segment, with the score of its own pair\n");
    line(json["segment"]);
    fmt::print("sounds that belong to its picture\n");
    std::ranges::for_each(json["sounds"], line);
    fmt::print("pictures that belong to its sound\n");
    std::ranges::for_each(json["pictures"], line);
}

void retrieve(const RetrieveOptions& options)
{
    if (options.dataset.empty() == options.data.empty())
        throw CLI::ValidationError("retrieve", "name either --dataset or --data");
    if (options.window && options.dataset.empty())
        throw CLI::ValidationError("retrieve", "--window is for --dataset");
    if (!options.like.empty() && options.dataset.empty())
        throw CLI::ValidationError("retrieve", "--like is for --dataset");
    const TorchThreads torchThreads(1);
    Scorer scorer(options.model);
    if (classOf(scorer.card().architecture) != "VAT")
        throw FormatError("bad_model", options.model,
                          "does not compare what is seen with what is heard; a VAT does");
    FeatureSource source{options.data, options.dataset, scorer.recipe()};
    if (options.window)
        source.recipe.windows = SlidingWindow{*options.window, *options.window};
    else if (!options.like.empty() && source.recipe.windows) // else its own neighbours would be nearest
        source.recipe.windows->hop = source.recipe.windows->window;
    const FeatureData data = foldsFor(scorer, source, options.ownFolds);
    printNotes(data, scorer.card());
    scorer.requireTakes(data);
    if (!options.like.empty()) {
        printNearest(scorer, data, options);
        return;
    }
    bool isEmpty = true;
    for (const FoldData& fold : data.folds) { // the test fold's last
        if (fold.size() == 0)
            continue;
        isEmpty = false;
        printRetrieval(fold, ownFigures(scorer.trained(), fold, data.isUtteranceLevel), options.json);
    }
    if (isEmpty)
        throw FormatError("no_folds", source.name(), "no segment is in the folds train, valid or test");
}

}

void addRetrieveCommand(CLI::App& program)
{
    auto options = std::make_shared<RetrieveOptions>();
    CLI::App* const command = program.add_subcommand(
        "retrieve", "How well a VAT finds the sound of a picture, and the picture of a sound, in each fold.");
    command->add_option("model", options->model, "The model file (.safetensors)")->required();
    command->add_option("--dataset", options->dataset, "The dataset list (dataset.json)");
    command->add_option("--data", options->data, "Or features (.h5, .npz)");
    command
        ->add_option("--window", options->window,
                     "Not the segments that it learnt from, but windows of so many seconds, one behind the "
                     "other")
        ->check(CLI::Range(0.01, 3600.0));
    command->add_option("--like", options->like,
                        "A video: not figures, but what is nearest to its segment --at, of all segments");
    command->add_option("--at", options->at, "The moment of that video, in seconds");
    command->add_option("--most", options->most, "How many of each kind")->check(CLI::Range(1, 10'000));
    command->add_flag("--own-folds", options->ownFolds,
                      "The folds of the data, even if the model was trained on others");
    command->add_flag("--json", options->json, "A line of JSON for each fold, the test fold's last");
    command->callback([options] { retrieve(*options); });
}

}
