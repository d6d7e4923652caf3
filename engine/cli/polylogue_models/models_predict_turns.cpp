#include "engine/cli/polylogue_models/models_predict_turns.h"

#include "engine/cli/polylogue_models/models_modalities.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/known_folds.h"
#include "engine/training/data/listed_listeners.h"
#include "engine/training/data/listed_turns.h"
#include "engine/training/data/packed_dataset.h"
#include "engine/training/run/attended_turns.h"
#include "engine/training/run/scorer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace engine {

bool isWanted(const std::string& segment, const std::vector<std::string>& ids)
{
    return ids.empty() || std::ranges::find(ids, segment) != ids.end()
        || std::ranges::find(ids, videoOfSegment(segment)) != ids.end()
        || std::ranges::find(ids, entryOfSegment(segment)) != ids.end();
}

bool isAbout(const PredictOptions& options, const char* role)
{
    return options.about.empty() ? std::string_view(role) == "speaking"
                                 : std::ranges::find(options.about, role) != options.about.end();
}

std::optional<FoldLists> splitFor(const PredictOptions& options, const Scorer& scorer)
{
    return options.ownFolds ? std::nullopt : scorer.card().input.options.split;
}

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

namespace {

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
        if (made.about == "listening")
            made.isLearntFromSpeakers = !scorer.learntListeners();
        if (options.attends) {
            made.attends.emplace();
            for (const AttendedTurn& seen : attended[turn])
                made.attends->emplace_back(fold.ids[seen.turn], seen.weight);
        }
    };
    for (std::size_t i = 0; i < fold.size() && isAbout(options, "speaking"); ++i) {
        add(i, scores.speaking, i, "speaking", turns[i].participant);
        predictions.segments.back().labels = givenLabels(fold.labels.row(i));
    }
    for (std::size_t i = 0; i < scores.listeners.size() && isAbout(options, "listening"); ++i) {
        const auto& [turn, slot, name] = scores.listeners[i];
        add(turn, scores.listening, i, "listening", name);
        const std::size_t another = slot == 0 ? 1 : 0; // in the place of who speaks
        if (fold.listening.count > 0)
            predictions.segments.back().labels
                = givenLabels(listenerRow(fold.listening, turn, slot, another));
    }
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
    const ListedListeners listeners(list, recipe, seesListeners(scorer.card().architecture));
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
        listeners.tell(data.folds[i]);
        settleBrokenNumbers(data.folds[i], data.source, scorer.card().input.options.nanIsZero);
    }
    return data;
}

}

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

}
