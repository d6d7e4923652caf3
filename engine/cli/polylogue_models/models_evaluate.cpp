#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_folds.h"
#include "engine/cli/polylogue_models/models_modalities.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/core/error.h"
#include "engine/models/threads.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/known_folds.h"
#include "engine/training/data/label_notes.h"
#include "engine/training/media/media_store.h"
#include "engine/training/run/scorer.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

struct EvaluateOptions {
    std::string model;
    std::string dataset;
    std::string data;
    std::string device = "cpu";
    int threads = 1;
    std::vector<std::string> modalities; ///< none: those that the model learnt from
    std::string about; ///< `speaking`, `listening`; empty: as the model learnt
    std::string fold; ///< empty: every fold
    std::vector<double> noise; ///< decibels; none
    bool ownFolds = false;
    bool sevenClasses = false;
    bool json = false;
};

/// The same folds with noise in what is heard of their recordings.
FeatureData noisyOf(FeatureData data, double decibels)
{
    for (FoldData& fold : data.folds) {
        if (!fold.media || !fold.media->options().patches)
            throw FormatError("bad_config", "--noise",
                              "is for models that hear patches of recordings (a VAT with input raw)");
        fold.name += fmt::format(", noise {:g} dB", decibels);
        fold.noise = decibels;
    }
    return data;
}

/// Of whom a model tells by itself; others are asked as if they spoke, by the labels of those who listen.
TurnRole roleFor(const EvaluateOptions& options, const Scorer& scorer)
{
    if (options.about.empty() || !scorer.isOfConversations())
        return TurnRole::Both;
    const bool isOfItself = scorer.predictsEveryone() || options.dataset.empty();
    return options.about == "listening" && isOfItself ? TurnRole::Listening : TurnRole::Speaking;
}

/// The recipe of a model about those who are asked about. @throws CLI::ValidationError.
SegmentRecipe recipeFor(const EvaluateOptions& options, const Scorer& scorer)
{
    if (options.about.empty() || scorer.predictsEveryone())
        return scorer.recipe();
    if (options.dataset.empty() && !scorer.isOfConversations())
        throw CLI::ValidationError("--about", "is for --dataset, or for models of conversations");
    if (options.dataset.empty())
        return scorer.recipe();
    return options.about == "listening" ? aboutListening(scorer.recipe()) : aboutSpeaking(scorer.recipe());
}

void evaluate(const EvaluateOptions& options)
{
    if (options.dataset.empty() == options.data.empty())
        throw CLI::ValidationError("evaluate", "name either --dataset or --data");
    const TorchThreads torchThreads(options.threads);
    const Scorer scorer(options.model, options.device);
    const FeatureSource source{options.data, options.dataset, recipeFor(options, scorer)};
    const EnabledModalities enabled = source.recipe.isOfListeners
        ? enabledForListeners(options.modalities, scorer.card())
        : enabledFrom(options.modalities, scorer.card());
    FeatureData data = foldsFor(scorer, source, options.ownFolds);
    if (options.ownFolds)
        data.notes.push_back(learntNote(foldsOf(data), KnownFolds(scorer.card()).of(data)));
    printNotes(data, scorer.card());
    for (FoldData& fold : data.folds) {
        if (!options.fold.empty() && fold.name != options.fold)
            fold = slice(fold, 0, 0);
    }
    if (std::ranges::all_of(data.folds, [](const FoldData& fold) { return fold.size() == 0; }))
        throw FormatError("no_folds", source.name(),
                          options.fold.empty() ? "no labelled segment is in the folds train, valid or test"
                                               : "no labelled segment is in the fold " + options.fold);
    for (const FoldData& fold : data.folds) {
        if (fold.size() > 0 && fold.labels.columns == 0)
            throw FormatError("no_labels", source.name(), "the fold " + fold.name + " has no labels");
    }
    Report report = scorer.evaluate(data, enabled, scorer.threshold(),
                                    options.sevenClasses ? ScoreDetail::SevenClasses : ScoreDetail::Usual,
                                    roleFor(options, scorer));
    for (const double decibels : options.noise) {
        const Report noisy = scorer.evaluate(noisyOf(data, decibels), enabled, scorer.threshold());
        report.insert(report.end(), noisy.begin(), noisy.end());
    }
    printNotes(labelNotes(data, scorer.task(), scorer.labelsIn(data)));
    printReport(report, options.json);
}

}

void addEvaluateCommand(CLI::App& program)
{
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App* const command = program.add_subcommand("evaluate", "Score a model on each fold of a dataset.");
    command->add_option("model", options->model, "The model file (.safetensors)")->required();
    command->add_option("--dataset", options->dataset, "The dataset list (dataset.json)");
    command->add_option("--data", options->data, "Or features (.h5, .npz)");
    command->add_option("--device", options->device, "cpu or cuda");
    command->add_option("--threads", options->threads, "1, if not given")->check(CLI::Range(1, 256));
    command->add_flag("--own-folds", options->ownFolds,
                      "The folds of the data, even if the model was trained on others");
    command->add_option("--fold", options->fold, "Only this fold")
        ->check(CLI::IsMember({"train", "valid", "test"}));
    command
        ->add_option(
            "--noise", options->noise,
            "Also with white noise in the recordings, by so many decibels softer than the sound: 5,10,20")
        ->delimiter(',')
        ->check(CLI::Range(-60.0, 100.0));
    command
        ->add_option(
            "--about", options->about,
            "Of conversations: score the model on who speaks, or on who listens (labels_listening); as it "
            "learnt, if not given. One that predicts speakers alone is asked about who listens as if that "
            "one spoke, and by what is seen alone, of a dataset")
        ->check(CLI::IsMember({"speaking", "listening"}));
    addModalitiesOption(*command, options->modalities);
    command->add_flag("--seven-classes", options->sevenClasses,
                      "Also precision, recall and F1 of the seven classes of a sentiment");
    command->add_flag("--json", options->json, "Print the scores as lines of JSON, the test fold's last");
    command->callback([options] { evaluate(*options); });
}

}
