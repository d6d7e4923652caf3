#include "engine/cli/polylogue_models/models_additive.h"
#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_concepts.h"
#include "engine/cli/polylogue_models/models_counterfactuals.h"
#include "engine/cli/polylogue_models/models_displays.h"
#include "engine/cli/polylogue_models/models_explain_lines.h"
#include "engine/cli/polylogue_models/models_folds.h"
#include "engine/cli/polylogue_models/models_layer.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/cli/polylogue_models/models_outputs.h"
#include "engine/cli/polylogue_models/models_progress.h"
#include "engine/cli/share_option.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/terminal_text.h"
#include "engine/explain/named_choice.h"
#include "engine/models/threads.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/run/explanation_file.h"
#include "engine/training/run/explanation_work.h"
#include "engine/training/run/scorer.h"

#include <CLI/CLI.hpp>
#include <array>
#include <fmt/format.h>
#include <map>
#include <memory>

namespace engine {

namespace {

namespace fs = std::filesystem;

struct ExplainOptions {
    std::string model;
    std::string dataset;
    std::string data;
    std::string absent = "mean";
    std::vector<std::string> attributions;
    std::string out;
    std::string work; ///< folder that keeps what is told; empty: nothing is kept
    std::string shard; ///< `2/8`; empty: all segments
    std::string fold; ///< empty: every fold
    std::uint64_t seed = 1;
    int threads = 1;
    bool faithfulness = false;
    bool logits = false;
    bool ownFolds = false;
    bool json = false;
    bool lines = false;
    std::string counterfactuals; ///< of this segment; empty: none are asked for
    bool concepts = false;
    std::string layer; ///< file to write; empty: none is asked for
    bool displays = false;
    bool additiveShare = false;
    std::size_t sample = kAdditiveSample; ///< of additiveShare
    bool progress = false; ///< in lines, for a program
    SparseCodeSettings code; ///< of concepts
    std::string output; ///< of counterfactuals and concepts; empty: the first
    std::size_t skip = 0;
    std::size_t together = 64;
};

ExplainSettings settingsOf(const ExplainOptions& options)
{
    ExplainSettings settings;
    settings.absent = absentKindFromName(options.absent);
    for (const std::string& method : options.attributions)
        settings.attributions.push_back(attributionMethodFromName(method));
    if (options.faithfulness && settings.attributions.empty())
        settings.attributions.assign(allAttributionMethods.begin(), allAttributionMethods.end());
    settings.faithfulness = options.faithfulness;
    settings.logits = options.logits;
    settings.seed = options.seed;
    return settings;
}

/// How often each class was seen, per output.
using ClassCounts = std::vector<std::map<InteractionClass, std::size_t>>;

void printCounts(const ExplainedModel& model, const ClassCounts& counts)
{
    fmt::print("{:<16}", "output");
    for (const InteractionClass kind : allInteractionClasses)
        fmt::print(" {:>10}", name(kind));
    fmt::print("\n");
    for (std::size_t output = 0; output < counts.size(); ++output) {
        fmt::print("{:<16}", terminalText(model.card.labels[output].name));
        for (const InteractionClass kind : allInteractionClasses) {
            const auto found = counts[output].find(kind);
            fmt::print(" {:>10}", found == counts[output].end() ? 0 : found->second);
        }
        fmt::print("\n");
    }
}

/// Where what is told is kept: where shards kept it, if nothing else is said. Empty: nowhere.
fs::path workOf(const ExplainOptions& options)
{
    if (!options.work.empty() || options.out.empty())
        return options.work;
    const fs::path work = options.out + ".work";
    std::error_code missing;
    return !options.shard.empty() || fs::is_directory(work, missing) ? work : fs::path();
}

/// The folds that are asked for. @throws FormatError (`no_segments`).
std::vector<const FoldData*> wantedFolds(const FeatureData& data, const std::string& only,
                                         const std::string& source)
{
    std::vector<const FoldData*> folds;
    std::size_t segments = 0;
    for (const FoldData& fold : data.folds) {
        if (!only.empty() && fold.name != only)
            continue;
        folds.push_back(&fold);
        segments += fold.size();
    }
    if (segments == 0)
        throw FormatError("no_segments", source, "has no segment in these folds");
    return folds;
}

/// A part of the segments is explained and kept; the same call without --shard puts all parts together.
void explainShare(const SegmentExplainer& explainer, const std::vector<const FoldData*>& folds,
                  const ExplanationWork& work, const ExplainOptions& options, const RunContext& run)
{
    std::size_t before = 0, told = 0, all = 0;
    for (const FoldData* const fold : folds) {
        explainer.explain(
            *fold, [&](const SegmentExplanation&) { ++told; }, work, before, run);
        before += SegmentExplainer::batchesIn(*fold);
        all += fold->size();
    }
    fmt::print("shard {}: {} of {} segments are kept in {}; once all shards are done, the same call without "
               "--shard puts them together\n",
               options.shard, told, all, terminalText(workOf(options).string()));
}

void explain(const ExplainOptions& options)
{
    if (options.dataset.empty() == options.data.empty())
        throw CLI::ValidationError("explain", "name either --dataset or --data");
    if (!options.output.empty() && options.counterfactuals.empty() && !options.concepts
        && options.layer.empty() && !options.additiveShare)
        throw CLI::ValidationError(
            "explain", "--output is for --counterfactuals, --concepts, --layer and --additive-share");
    const Share share = cli::shareNamed(options.shard);
    if (!options.shard.empty() && workOf(options).empty())
        throw CLI::ValidationError("--shard", "needs --out or --work, by which the shards meet");
    const ProgressForm form = options.progress ? ProgressForm::Lines : ProgressForm::InPlace;
    const ExplainSettings settings = settingsOf(options);
    if (!options.counterfactuals.empty()) {
        if (options.dataset.empty())
            throw CLI::ValidationError("explain", "--counterfactuals is for --dataset");
        const TorchThreads torchThreads(options.threads);
        printCounterfactuals({options.model, options.dataset, options.counterfactuals, options.output,
                              settings.absent, form, options.json});
        return;
    }
    if (options.concepts) {
        if (options.dataset.empty())
            throw CLI::ValidationError("explain", "--concepts is for --dataset");
        const TorchThreads torchThreads(options.threads);
        SparseCodeSettings code = options.code;
        code.seed = options.seed;
        printConcepts({options.model, options.dataset, options.output, code, form, options.json});
        return;
    }
    if (!options.layer.empty()) {
        if (options.dataset.empty())
            throw CLI::ValidationError("explain", "--layer is for --dataset");
        if (!options.layer.ends_with(".csd"))
            throw FormatError("bad_ending", options.layer, "does not end with .csd");
        refuseInputsAsOutputs(withListedFiles({options.model}, options.dataset),
                              std::array<fs::path, 1>{options.layer});
        const TorchThreads torchThreads(options.threads);
        writeFusionLayer({options.model, options.dataset, options.layer, options.output, form});
        return;
    }
    if (options.lines) {
        if (options.dataset.empty())
            throw CLI::ValidationError("explain", "--lines is for --dataset");
        const TorchThreads torchThreads(options.threads);
        printExplainLines(
            {options.model, options.dataset, settings.absent, settings.seed, options.skip, options.together});
        return;
    }
    refuseInputsAsOutputs(withListedFiles({options.model, options.data}, options.dataset),
                          std::array<fs::path, 1>{options.out});
    const TorchThreads torchThreads(options.threads);
    const Scorer scorer(options.model);
    const FeatureSource source{options.data, options.dataset, scorer.recipe()};
    const FeatureData data = foldsFor(scorer, source, options.ownFolds);
    printNotes(data, scorer.card());
    if (options.additiveShare) {
        refuseMedia(scorer.card(), options.model);
        const AdditiveWish wish{outputOf(scorer.card(), options.output), options.fold, options.sample,
                                options.seed};
        printAdditiveShare(scorer, data, {wish, options.json, progressOnStderr(form)});
        return;
    }
    if (options.displays) {
        printDisplays(scorer, data, options.fold, progressOnStderr(form));
        return;
    }
    const SegmentExplainer explainer(scorer, data, settings);
    const ExplainedModel model{scorer.card(),
                               explainer.ranges(),
                               settings,
                               options.model,
                               options.data.empty() ? options.dataset : options.data,
                               POLYLOGUE_VERSION};
    const std::vector<const FoldData*> folds = wantedFolds(data, options.fold, source.name());
    const fs::path folder = workOf(options);
    const ExplanationWork work(
        folder, folder.empty() ? "" : explanationIdentity(options.model, data, options.fold, settings),
        share);
    if (!options.shard.empty()) {
        explainShare(explainer, folds, work, options, progressOnStderr(form));
        return;
    }
    const std::unique_ptr<ExplanationFile> file
        = options.out.empty() ? nullptr : explanationFile(options.out, model);

    ClassCounts counts(model.card.labels.size());
    std::size_t before = 0;
    for (const FoldData* const fold : folds) {
        explainer.explain(
            *fold,
            [&](const SegmentExplanation& segment) {
                if (file)
                    file->add(segment);
                for (std::size_t output = 0; output < segment.maps.size(); ++output) {
                    ++counts[output][segment.maps[output].verdict(model.ranges[output]).kind];
                    if (options.json)
                        fmt::print("{}\n", jsonText(explanationJson(model, segment, output)));
                }
            },
            work, before, progressOnStderr(form));
        before += SegmentExplainer::batchesIn(*fold);
    }
    if (file)
        file->close();
    if (!options.json)
        printCounts(model, counts);
}

}

void addExplainCommand(CLI::App& program)
{
    auto options = std::make_shared<ExplainOptions>();
    CLI::App* const command = program.add_subcommand(
        "explain", "Say what a model does with words, sound and face of each segment.");
    command->add_option("model", options->model, "The model file (.safetensors)")->required();
    command->add_option("--dataset", options->dataset, "The dataset list (dataset.json)");
    command->add_option("--data", options->data, "Or features (.h5, .npz)");
    command
        ->add_option("--absent", options->absent,
                     "What stands for a modality that is absent: mean, zero, mask or marginal")
        ->check(CLI::IsMember(namesOf(allAbsentKinds)));
    command
        ->add_option("--attribution", options->attributions,
                     "Also how much each step counts, by occlusion,gradient,ig")
        ->delimiter(',')
        ->check(CLI::IsMember(namesOf(allAttributionMethods)));
    command->add_flag("--faithfulness", options->faithfulness,
                      "Also whether each attribution is true of the model, against random orders");
    CLI::Option* const logits = command->add_flag(
        "--logits", options->logits,
        "Explain what the model adds up, before a sigmoid or softmax makes it a probability or bounds it");
    command->add_option("--fold", options->fold, "Only this fold")
        ->check(CLI::IsMember({"train", "valid", "test"}));
    command->add_flag("--own-folds", options->ownFolds,
                      "The folds of the data, even if the model was trained on others");
    command->add_option("--seed", options->seed, "Of what is drawn at random; 1, if not given");
    command->add_option("--threads", options->threads, "1, if not given")->check(CLI::Range(1, 256));
    command->add_option("--out", options->out,
                        "Also a file: a table (.csv), arrays (.npz) or a computational sequence (.csd)");
    CLI::Option* const work = command->add_option(
        "--work", options->work,
        "A folder that keeps what is told, so that the same command goes on where it was stopped, and shards "
        "meet; beside --out with --shard, else, if not given, nothing is kept");
    CLI::Option* const shard = command->add_option(
        "--shard", options->shard,
        "i/n: only this part of the segments, which --work keeps; the same call without "
        "--shard puts all parts together");
    command->add_flag("--json", options->json, "Print a line of JSON for each segment and output");
    command->add_flag("--progress", options->progress,
                      "Print a line on stderr for each percent, for a program that reads it");
    CLI::Option* const counterfactuals = command->add_option(
        "--counterfactuals", options->counterfactuals,
        "What would have to be otherwise for the other sign, of this segment: ada_1[2]");
    CLI::Option* const concepts
        = command
              ->add_flag("--concepts", options->concepts,
                         "What the units of a sparse code of the layer where modalities are fused add to the "
                         "prediction, and where they are")
              ->excludes(counterfactuals);
    command
        ->add_option("--layer", options->layer,
                     "Write what that layer is given for each segment: a computational sequence (.csd)")
        ->excludes(counterfactuals)
        ->excludes(concepts);
    CLI::Option* const additive
        = command
              ->add_flag("--additive-share", options->additiveShare,
                         "How far the predictions are a sum of one function per modality (EMAP), by the "
                         "segments' answers with each other's modalities")
              ->excludes(counterfactuals)
              ->excludes(concepts)
              ->excludes("--layer")
              ->excludes("--out");
    CLI::Option* const displays = command
                                      ->add_flag("--displays", options->displays,
                                                 "What the model shows of itself for each segment, such as "
                                                 "attention or gates: a line of JSON "
                                                 "on what there is to see, then one per segment")
                                      ->excludes(counterfactuals)
                                      ->excludes(concepts)
                                      ->excludes(additive)
                                      ->excludes("--layer")
                                      ->excludes("--attribution")
                                      ->excludes("--faithfulness")
                                      ->excludes("--out");
    command
        ->add_option("--sample", options->sample,
                     "Of --additive-share: how many segments at most; 128, if not given")
        ->needs(additive)
        ->check(CLI::Range(2, 1024));
    command
        ->add_option("--units", options->code.units,
                     "Of --concepts: how many there are; 64, if not given, and never more than the layer has "
                     "numbers")
        ->needs(concepts)
        ->check(CLI::Range(1, 4096));
    command
        ->add_option("--active", options->code.active,
                     "Of --concepts: how many at most are in one segment; 8, if not given")
        ->needs(concepts)
        ->check(CLI::Range(1, 64));
    command->add_option(
        "--output", options->output,
        "Of --counterfactuals, --concepts, --layer and --additive-share: which output, by its name; the "
        "first, if not given");
    CLI::Option* const lines = command->add_flag("--lines", options->lines,
                                                 "Print a line for each segment, also without labels, as "
                                                 "soon as it is known, after one on what comes");
    lines->excludes(displays);
    command->add_option("--skip", options->skip, "Of --lines: leave out the first segments")->needs(lines);
    command
        ->add_option("--together", options->together,
                     "Of --lines: how many segments are asked about at once; 64, if not given")
        ->needs(lines)
        ->check(CLI::Range(1, 4096));
    for (const char* const other :
         {"--counterfactuals", "--concepts", "--layer", "--additive-share", "--lines", "--out", "--displays"})
        logits->excludes(other);
    for (const char* const other :
         {"--counterfactuals", "--concepts", "--layer", "--additive-share", "--lines", "--displays"}) {
        work->excludes(other);
        shard->excludes(other);
    }
    command->callback([options] { explain(*options); });
}

}
