#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_modalities.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/cli/polylogue_models/models_predict_media.h"
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
#include "engine/training/data/listed_turns.h"
#include "engine/training/data/packed_dataset.h"
#include "engine/training/media/media_store.h"
#include "engine/training/run/attended_turns.h"
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

struct PredictOptions {
    std::string model;
    std::string dataset;
    std::string data;
    std::string media;
    std::string transcript;
    double window = 0.0; ///< seconds; 0: as SpanChoice
    double hop = 0.0;
    std::string out;
    std::vector<std::string> ids;
    std::string device = "cpu";
    std::vector<std::string> modalities; ///< none: those that the model learnt from
    std::vector<std::string> about{"speaking"}; ///< of a model of conversations
    std::optional<std::size_t> context; ///< of a model of conversations; absent: whole conversations
    bool attends = false; ///< of a model of conversations, as JSON
    bool ownFolds = false;
    bool unlabelled = false;
    bool guardsCells = false;
    bool json = false;
};

/// Is the segment asked for, by its own id or by that of its video?
bool isWanted(const std::string& segment, const std::vector<std::string>& ids)
{
    return ids.empty() || std::ranges::find(ids, segment) != ids.end()
        || std::ranges::find(ids, videoOfSegment(segment)) != ids.end()
        || std::ranges::find(ids, entryOfSegment(segment)) != ids.end();
}

/// The turns of the conversations that are asked for, by their own ids or by those of turns in them: the
/// others of a conversation are context.
FoldData ofAskedConversations(FoldData fold, const PredictOptions& options)
{
    if (options.ids.empty() || fold.size() == 0)
        return fold;
    const std::vector<Turn> turns = turnsOf(fold, options.data.empty() ? options.dataset : options.data);
    std::set<std::string_view> asked;
    for (std::size_t i = 0; i < fold.size(); ++i) {
        if (isWanted(fold.ids[i], options.ids) || isWanted(turns[i].conversation, options.ids))
            asked.insert(turns[i].conversation);
    }
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < fold.size(); ++i) {
        if (asked.contains(turns[i].conversation))
            kept.push_back(i);
    }
    return kept.size() == fold.size() ? fold : selected(fold, kept);
}

/// The split that names the folds; absent: the data do.
std::optional<FoldLists> splitFor(const PredictOptions& options, const Scorer& scorer)
{
    return options.ownFolds ? std::nullopt : scorer.card().input.options.split;
}

/// As training sees them under a split of its own: what a dataset has labels of is one fold, train.
void renameFolds(std::vector<LabelledSegment>& segments, const std::optional<FoldLists>& split)
{
    FeatureData data;
    data.folds[0].name = "train";
    for (const LabelledSegment& segment : segments)
        data.folds[0].ids.push_back(segment.id);
    const std::vector<std::string> folds = foldsBySplit(data, split);
    for (std::size_t i = 0; i < folds.size(); ++i)
        segments[i].fold = folds[i];
}

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

bool isAbout(const PredictOptions& options, const char* role)
{
    return std::ranges::find(options.about, role) != options.about.end();
}

/// Labels that nobody gave are none.
std::vector<float> givenLabels(std::span<const float> labels)
{
    if (std::ranges::any_of(labels, [](float label) { return std::isnan(label); }))
        return {};
    return {labels.begin(), labels.end()};
}

/// The turns of a fold, of those who speak, of those who listen, or of both, one after the other.
/// @param folds  what the fold of each turn is called
void addTurns(Predictions& predictions, const FoldData& fold, const std::vector<std::string>& folds,
              const PredictOptions& options, const Scorer& scorer)
{
    if (fold.size() == 0)
        return;
    const std::vector<Turn> turns = turnsOf(fold, options.data.empty() ? options.dataset : options.data);
    const EnabledModalities enabled = enabledFrom(options.modalities, scorer.card());
    const TurnScores scores = scorer.predictTurns(fold, enabled, options.context);
    std::vector<std::vector<AttendedTurn>> attended;
    if (options.attends)
        attended = attendedTurns(scorer, fold, enabled, options.context);
    const auto add = [&](std::size_t turn, const FeatureMatrix& from, std::size_t row, const char* about,
                         const std::string& participant) {
        std::optional<Interval> span{{turns[turn].start, turns[turn].end}};
        SegmentPrediction& made = predictions.segments.emplace_back();
        made = {fold.ids[turn], folds[turn], span, {from.row(row).begin(), from.row(row).end()}, {}};
        made.about = about;
        made.participant = participant;
        if (made.about == "speaking")
            made.labels = givenLabels(fold.labels.row(turn));
        else
            made.isLearntFromSpeakers = !scorer.learntListeners();
        if (options.attends) {
            made.attends.emplace();
            for (const AttendedTurn& seen : attended[turn])
                made.attends->emplace_back(fold.ids[seen.turn], seen.weight);
        }
    };
    for (std::size_t i = 0; i < fold.size() && isAbout(options, "speaking"); ++i)
        add(i, scores.speaking, i, "speaking", turns[i].participant);
    for (std::size_t i = 0; i < scores.listeners.size() && isAbout(options, "listening"); ++i)
        add(scores.listeners[i].turn, scores.listening, i, "listening", scores.listeners[i].name);
}

FeatureData turnsOfFile(const PredictOptions& options, const Scorer& scorer, const RunContext& run)
{
    DataOptions input = scorer.card().input.options;
    input.split = splitFor(options, scorer);
    FeatureSource source{options.data, {}, scorer.recipe()};
    source.keepsUnlabelled = true;
    return readFeatures(source, input, run);
}

/// All turns of a dataset, also of what is in no fold, by the folds that they have.
/// @param inNone  receives the ids of those
FeatureData turnsOfDataset(const PredictOptions& options, const Scorer& scorer, std::set<std::string>& inNone,
                           const RunContext& run)
{
    const DatasetList list = readDatasetList(options.dataset);
    const SegmentRecipe recipe = scorer.recipe();
    cli::checkSequences(list, recipe);
    if (!packedFileOf(list, recipe).empty()) {
        FeatureSource source{{}, options.dataset, recipe};
        source.keepsUnlabelled = true;
        return readFeatures(source, scorer.card().input.options, run);
    }
    std::vector<LabelledSegment> segments = labelledSegments(list, recipe, run);
    const std::size_t columns = segments.empty() ? 0 : segments.front().labels.size();
    renameFolds(segments, splitFor(options, scorer));
    if (options.unlabelled)
        std::ranges::move(unlabelledSegments(list, recipe, run), std::back_inserter(segments));
    for (LabelledSegment& segment : segments) {
        if (segment.labels.empty())
            segment.labels.assign(columns, std::numeric_limits<float>::quiet_NaN());
    }
    const ListedTurns turns(list, recipe);
    FeatureData data;
    data.source = options.dataset;
    data.sequences = {recipe.text, recipe.acoustic, recipe.visual};
    for (std::size_t i = 0; i < data.folds.size(); ++i) {
        std::vector<LabelledSegment> own; // of no fold: asked with test, and told without a fold's name
        const auto isOf = [&](const LabelledSegment& segment) {
            const bool isInNone = std::ranges::find(foldNames, segment.fold) == foldNames.end();
            return segment.fold == foldNames[i] || (isInNone && i + 1 == data.folds.size());
        };
        std::ranges::copy_if(segments, std::back_inserter(own), isOf);
        for (const LabelledSegment& segment : own) {
            if (segment.fold != foldNames[i])
                inNone.insert(segment.id);
        }
        data.folds[i] = foldOf(std::string(foldNames[i]), own, !recipe.hasOwnRows);
        turns.tell(data.folds[i]);
        settleBrokenNumbers(data.folds[i], data.source, scorer.card().input.options.nanIsZero);
    }
    return data;
}

/// Whole folds: turns that are not asked for are context of the others. Folds are those of the model's
/// training, where it knows a turn.
Predictions predictConversations(const PredictOptions& options, const Scorer& scorer, const RunContext& run)
{
    if (isAbout(options, "listening") && !scorer.predictsEveryone())
        throw FormatError("speakers_only", options.model,
                          "predicts those who speak alone; of listeners a model says something that was made "
                          "with \"predict\": \"all\"");
    std::set<std::string> inNone;
    const FeatureData data = options.data.empty() ? turnsOfDataset(options, scorer, inNone, run)
                                                  : turnsOfFile(options, scorer, run);
    scorer.requireTakes(data);
    printNotes(data, scorer.card());
    if (isAbout(options, "listening") && !scorer.learntListeners())
        printNotes({"listeners: the model is trained on speakers; nothing told it what listeners feel"});
    Predictions predictions{scorer.task(), scorer.labelsIn(data), {}};
    const KnownFolds knownFolds(scorer.card());
    std::set<std::string> wanted;
    for (const FoldData& all : data.folds) {
        const FoldData fold = ofAskedConversations(all, options);
        std::vector<std::string> folds;
        const std::vector<Turn> turns = turnsOf(fold, options.data.empty() ? options.dataset : options.data);
        for (std::size_t i = 0; i < fold.size(); ++i) {
            if (isWanted(fold.ids[i], options.ids) || isWanted(turns[i].conversation, options.ids))
                wanted.insert(fold.ids[i]);
            const std::string known = options.ownFolds ? std::string() : knownFolds.of(fold, i);
            folds.push_back(!known.empty()                     ? known
                                : inNone.contains(fold.ids[i]) ? std::string()
                                                               : fold.name);
        }
        addTurns(predictions, fold, folds, options, scorer);
    }
    std::erase_if(predictions.segments,
                  [&](const SegmentPrediction& segment) { return !wanted.contains(segment.id); });
    return predictions;
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

Predictions predictDataset(const PredictOptions& options, const Scorer& scorer, const RunContext& run)
{
    const DatasetList list = readDatasetList(options.dataset);
    const SegmentRecipe recipe = scorer.recipe();
    for (const DatasetList::Sequence& sequence : list.sequences)
        refuseInputsAsOutputs(std::array{sequence.file}, std::array<fs::path, 1>{options.out});
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
    const FeatureMatrix scores
        = scorer.predict(segments.size(), read, false, enabledFrom(options.modalities, scorer.card()));
    for (std::size_t i = 0; i < predictions.segments.size(); ++i)
        predictions.segments[i].scores.assign(scores.row(i).begin(), scores.row(i).end());
    settleFolds(predictions, std::move(known), options);
    return predictions;
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
    refuseInputsAsOutputs(std::array<fs::path, 5>{options.model, options.data, options.dataset, options.media,
                                                  options.transcript},
                          std::array<fs::path, 1>{options.out});
    const TorchThreads torchThreads(1);
    const Scorer scorer(options.model, options.device);
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
            "Of a model of conversations: who is spoken of in each turn, speaking,listening; speaking, if "
            "not given")
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
