#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_modalities.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/cli/polylogue_models/models_predict_media.h"
#include "engine/cli/polylogue_models/models_predict_turns.h"
#include "engine/cli/polylogue_models/models_predictions.h"
#include "engine/cli/polylogue_models/models_progress.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/core/segment_id.h"
#include "engine/models/threads.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/known_folds.h"
#include "engine/training/data/packed_dataset.h"
#include "engine/training/media/media_store.h"
#include "engine/training/run/scorer.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// Gives each segment the fold that it had when the model was trained, if the model knows it (`known`); with
/// --own-folds says how many of valid and test the model learnt from.
void settleFolds(Predictions& predictions, std::vector<std::string> known, const PredictOptions& options)
{
    std::vector<std::string> folds;
    for (std::size_t i = 0; i < predictions.segments.size(); ++i) {
        std::string& fold = predictions.segments[i].fold;
        if (options.ownFolds)
            folds.push_back(fold);
        else if (!known[i].empty())
            fold = std::move(known[i]);
    }
    if (options.ownFolds)
        printNotes({learntNote(folds, known)});
}

/// Fold by fold of the file, as predictFile() does.
Predictions predictPacked(const PredictOptions& options, const Scorer& scorer, PackedDataset dataset)
{
    if (!options.unlabelled)
        dataset = kept(dataset, labelled(dataset.data));
    FeatureData& data = dataset.data;
    scorer.requireTakes(data);
    printNotes(data, scorer.card());
    settleBrokenNumbers(data, scorer.card().input.options.nanIsZero);
    const std::vector<std::string> split = foldsBySplit(data, splitFor(options, scorer));
    const KnownFolds knownFolds(scorer.card());
    Predictions predictions{scorer.task(), scorer.labelsIn(data), {}};
    for (const FoldData& fold : data.folds) {
        const FeatureMatrix scores
            = scorer.predict(fold, data.isUtteranceLevel, enabledFrom(options.modalities, scorer.card()));
        for (std::size_t i = 0; i < fold.size(); ++i) {
            const std::size_t place = predictions.segments.size();
            predictions.segments.push_back({fold.ids[i],
                                            split.empty() ? dataset.folds[place] : split[place],
                                            fold.spans[i],
                                            {scores.row(i).begin(), scores.row(i).end()},
                                            {fold.labels.row(i).begin(), fold.labels.row(i).end()}});
        }
    }
    settleFolds(predictions, knownFolds.of(data), options);
    std::erase_if(predictions.segments,
                  [&](const SegmentPrediction& segment) { return !isWanted(segment.id, options.ids); });
    return predictions;
}

/// Says of each segment of a conversation who it is about.
void nameListeners(Predictions& predictions, const SegmentRecipe& recipe, const Scorer& scorer)
{
    for (SegmentPrediction& segment : predictions.segments) {
        segment.about = recipe.isOfListeners ? "listening" : "speaking";
        const std::string entry = entryOfSegment(segment.id);
        const std::size_t at = entry.find('@');
        segment.participant = at == std::string::npos ? std::string() : entry.substr(at + 1);
        segment.isLearntFromSpeakers = recipe.isOfListeners && !scorer.recipe().isOfListeners;
    }
}

Predictions predictSegments(const PredictOptions& options, const Scorer& scorer, const SegmentRecipe& recipe,
                            const RunContext& run)
{
    const DatasetList list = readDatasetList(options.dataset);
    const EnabledModalities enabled = recipe.isOfListeners
        ? enabledForListeners(options.modalities, scorer.card())
        : enabledFrom(options.modalities, scorer.card());
    cli::checkSequences(list, recipe);
    if (const fs::path packed = packedFileOf(list, recipe); !packed.empty())
        return predictPacked(options, scorer, readPackedDataset(list, recipe, packed, run));
    std::vector<LabelledSegment> segments = labelledSegments(list, recipe, run);
    renameFolds(segments, splitFor(options, scorer));
    if (options.unlabelled)
        std::ranges::move(unlabelledSegments(list, recipe, run), std::back_inserter(segments));
    std::erase_if(segments,
                  [&](const LabelledSegment& segment) { return !isWanted(segment.id, options.ids); });
    Predictions predictions{scorer.task(), scorer.card().labels, {}};
    for (LabelledSegment& segment : segments)
        predictions.segments.push_back(
            {segment.id, segment.fold, segment.interval, {}, std::exchange(segment.labels, {})});
    const bool areAligned = !recipe.hasOwnRows;
    requireAlike(segments, areAligned);
    FeatureData first; // the others are like it
    first.source = options.dataset;
    first.sequences = {recipe.text, recipe.acoustic, recipe.visual};
    first.folds[2]
        = foldOf("all", std::span(segments).first(std::min<std::size_t>(1, segments.size())), areAligned);
    scorer.requireTakes(first);

    const KnownFolds knownFolds(scorer.card());
    const std::shared_ptr<const MediaStore> media
        = mediaFor(segments, list, scorer.card().input.options, run);
    std::vector<std::string> known(segments.size());
    const auto read = [&](std::size_t begin, std::size_t end) {
        FoldData part = foldOf("all", std::span(segments).subspan(begin, end - begin), areAligned);
        part.media = media;
        settleBrokenNumbers(part, options.dataset, scorer.card().input.options.nanIsZero);
        for (std::size_t i = 0; i < part.size(); ++i)
            known[begin + i] = knownFolds.of(part, i);
        return part;
    };
    const FeatureMatrix scores = scorer.predict(segments.size(), read, false, enabled);
    for (std::size_t i = 0; i < predictions.segments.size(); ++i)
        predictions.segments[i].scores.assign(scores.row(i).begin(), scores.row(i).end());
    settleFolds(predictions, std::move(known), options);
    return predictions;
}

/// Of those who speak, of those who listen, or of both, one after the other.
Predictions predictDataset(const PredictOptions& options, const Scorer& scorer, const RunContext& run)
{
    if (options.about.empty() && !scorer.recipe().isOfListeners)
        return predictSegments(options, scorer, scorer.recipe(), run);
    std::vector<SegmentRecipe> recipes;
    if (options.about.empty())
        recipes.push_back(scorer.recipe());
    if (!options.about.empty() && isAbout(options, "speaking"))
        recipes.push_back(aboutSpeaking(scorer.recipe()));
    if (!options.about.empty() && isAbout(options, "listening"))
        recipes.push_back(aboutListening(scorer.recipe()));
    Predictions all;
    for (const SegmentRecipe& recipe : recipes) {
        Predictions some = predictSegments(options, scorer, recipe, run);
        nameListeners(some, recipe, scorer);
        std::ranges::move(all.segments, std::inserter(some.segments, some.segments.begin()));
        all = std::move(some);
    }
    return all;
}

/// Reads the file part by part: it may be larger than the memory.
Predictions predictFile(const PredictOptions& options, const Scorer& scorer, const RunContext& run)
{
    const FeatureReader reader(options.data);
    const FeatureData& heads = reader.heads();
    scorer.requireTakes(heads);
    printNotes(heads, scorer.card());
    const std::vector<std::string> split = foldsBySplit(heads, splitFor(options, scorer));
    const KnownFolds knownFolds(scorer.card());
    std::vector<std::string> known;
    Predictions predictions{scorer.task(), scorer.labelsIn(heads), {}};
    for (std::size_t number = 0; number < heads.folds.size(); ++number) {
        const FoldData& fold = heads.folds[number];
        const std::size_t before = predictions.segments.size();
        known.resize(before + fold.size());
        const auto read = [&](std::size_t begin, std::size_t end) {
            FoldData part = reader.read(number, begin, end);
            settleBrokenNumbers(part, heads.source, scorer.card().input.options.nanIsZero);
            for (std::size_t i = 0; i < part.size(); ++i)
                known[before + begin + i] = knownFolds.of(part, i);
            run.tick(end, fold.size());
            return part;
        };
        const FeatureMatrix scores = scorer.predict(fold.size(), read, heads.isUtteranceLevel,
                                                    enabledFrom(options.modalities, scorer.card()));
        for (std::size_t i = 0; i < fold.size(); ++i)
            predictions.segments.push_back({fold.ids[i],
                                            split.empty() ? fold.name : split[before + i],
                                            std::nullopt,
                                            {scores.row(i).begin(), scores.row(i).end()},
                                            {fold.labels.row(i).begin(), fold.labels.row(i).end()}});
    }
    settleFolds(predictions, std::move(known), options);
    std::erase_if(predictions.segments,
                  [&](const SegmentPrediction& segment) { return !isWanted(segment.id, options.ids); });
    return predictions;
}

SpanChoice spansFor(const PredictOptions& options)
{
    SpanChoice choice;
    choice.transcript = options.transcript;
    if (options.window > 0.0)
        choice.window = options.window;
    choice.hop = options.hop > 0.0 ? options.hop : choice.window;
    return choice;
}

void predict(const PredictOptions& options)
{
    const int sources = (options.dataset.empty() ? 0 : 1) + (options.data.empty() ? 0 : 1)
        + (options.media.empty() ? 0 : 1);
    if (sources != 1)
        throw CLI::ValidationError("predict", "name one of --dataset, --data and --media");
    if (options.attends && (!options.json || !options.out.empty()))
        throw CLI::ValidationError("predict", "--attends is for --json without --out");
    if (options.media.empty() && !options.transcript.empty())
        throw CLI::ValidationError("predict", "--transcript is for --media");
    if ((options.window > 0.0 || options.hop > 0.0) && (options.media.empty() || !options.transcript.empty()))
        throw CLI::ValidationError("predict", "--window and --hop are for --media without --transcript");
    refuseInputsAsOutputs(
        withListedFiles({options.model, options.data, options.media, options.transcript}, options.dataset),
        std::array<fs::path, 1>{options.out});
    const TorchThreads torchThreads(1);
    const Scorer scorer(options.model, options.device);
    if (!options.about.empty() && !scorer.isOfConversations() && options.dataset.empty())
        throw CLI::ValidationError("predict", "--about is for --dataset, or for models of conversations");
    const RunContext run = progressOnStderr();
    if (!options.media.empty())
        printCautions(scorer.card());
    if ((options.context || options.attends) && !scorer.isOfConversations())
        throw FormatError("single_segments", options.model,
                          "answers about single segments: --context and --attends are for models of whole "
                          "conversations");
    if (!options.media.empty() && scorer.isOfConversations())
        throw FormatError("whole_conversations", options.model,
                          "is a model of turns, of which a recording says nothing by itself; name --data or "
                          "--dataset");
    const Predictions predictions = scorer.isOfConversations() ? predictConversations(options, scorer, run)
        : !options.media.empty() ? predictMedia(options.media, spansFor(options), scorer,
                                                enabledFrom(options.modalities, scorer.card()), run)
        : options.data.empty()   ? predictDataset(options, scorer, run)
                                 : predictFile(options, scorer, run);
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
    command->add_option("--media", options->media,
                        "Or a recording, for models that see pictures and hear sound");
    command->add_option("--transcript", options->transcript,
                        "Its pieces (.srt, .vtt, …); otherwise every four seconds are one");
    command->add_option("--window", options->window, "Or pieces of so many seconds")
        ->check(CLI::Range(0.2, 600.0));
    command->add_option("--hop", options->hop, "From the start of one piece to the next, in seconds")
        ->check(CLI::Range(0.05, 600.0));
    command->add_option("--out", options->out, "A file for the scores (.csv, .npz) instead of printing them");
    command->add_option("--ids", options->ids, "Only these segments (video[0]), videos or conversations");
    command->add_option("--device", options->device, "cpu or cuda");
    command
        ->add_option(
            "--about", options->about,
            "Of conversations: who is spoken of, speaking,listening; speaking, if not given. A model of "
            "segments sees of who listens what is seen alone (labels_listening say when)")
        ->delimiter(',')
        ->check(CLI::IsMember({"speaking", "listening"}));
    command->add_option(
        "--context", options->context,
        "Of a model of conversations: it sees so many turns before each turn, and nothing behind "
        "it; if not given, the whole conversation");
    command->add_flag("--attends", options->attends,
                      "Of a model of conversations, as JSON: which turns each turn attends to");
    addModalitiesOption(*command, options->modalities);
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
