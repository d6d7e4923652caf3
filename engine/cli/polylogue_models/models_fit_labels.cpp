#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/threads.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/run/label_fit.h"

#include <CLI/CLI.hpp>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

struct FitOptions {
    std::string model;
    std::string dataset;
    std::string out;
    int threads = 1;
    bool json = false;
};

nlohmann::json toJson(const OutputFit& fit)
{
    return {{"name", fit.name},
            {"labels", fit.labels},
            {"scale", fit.scale},
            {"offset", fit.offset},
            {"error_before", fit.errorBefore},
            {"error_held_out", fit.errorHeldOut},
            {"kept", fit.isKept}};
}

void fitLabels(const FitOptions& options)
{
    refuseInputsAsOutputs(withListedFiles({options.model}, options.dataset),
                          std::array<std::filesystem::path, 1>{options.out});
    const TorchThreads torchThreads(options.threads);
    const Scorer scorer(options.model);
    DataOptions all = scorer.card().input.options;
    all.split.emplace(); // a fold is no reason to leave labels out
    for (const DatasetList::Media& media : readDatasetList(options.dataset).media)
        (*all.split)["train"].push_back(media.id);
    const FeatureData data = readFeatures({{}, options.dataset, scorer.recipe()}, all);
    const std::vector<OutputFit> fits = fitToLabels(scorer, data);
    writeModel(options.out, fittedModel(scorer, fits));
    nlohmann::json outputs = nlohmann::json::array();
    for (const OutputFit& fit : fits) {
        outputs.push_back(toJson(fit));
        if (options.json)
            continue;
        if (fit.errorBefore <= 0.0)
            fmt::print("{}: {} labels, too few\n", fit.name, fit.labels);
        else
            fmt::print("{}: {} labels; mean error {:.3f}, fitted {:.3f} with each video held out{}\n",
                       fit.name, fit.labels, fit.errorBefore, fit.errorHeldOut,
                       fit.isKept ? fmt::format(": {:.3f} × output {:+.3f}", fit.scale, fit.offset)
                                  : std::string(", which is no better: left as it is"));
    }
    if (options.json)
        fmt::print("{}\n", jsonText(nlohmann::json{{"outputs", outputs}, {"model", options.out}}));
}

}

void addFitLabelsCommand(CLI::App& program)
{
    auto options = std::make_shared<FitOptions>();
    CLI::App* const command = program.add_subcommand(
        "fit-labels", "Bring a model of parts (ready) to own labels: a scale and an offset for each output.");
    command->add_option("model", options->model, "The model: ready, or a file")->required();
    command->add_option("--dataset", options->dataset, "The dataset list (dataset.json) with the labels")
        ->required();
    command->add_option("--out", options->out, "The fitted model (.safetensors)")->required();
    command->add_option("--threads", options->threads, "1, if not given")->check(CLI::Range(1, 256));
    command->add_flag("--json", options->json, "Print what was fitted as a line of JSON");
    command->callback([options] { fitLabels(*options); });
}

}
