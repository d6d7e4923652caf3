#include "engine/training/run/conversation_scores.h"

#include "engine/core/error.h"
#include "engine/core/with_source.h"
#include "engine/training/run/trainer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

namespace engine {

namespace {

/// Scores beside truths, of one fold.
struct ScoredRows {
    FeatureMatrix scores, truths; ///< N × O each; truths are NaN where nobody said anything
};

/// The rows that somebody labelled and that are wanted.
ScoredRows labelledOf(const ScoredRows& all, const std::vector<bool>& isWanted)
{
    ScoredRows some;
    some.scores.columns = some.truths.columns = all.truths.columns;
    for (std::size_t i = 0; i < all.truths.rows; ++i) {
        const auto truths = all.truths.row(i);
        if (!isWanted[i] || truths.empty() || !std::isfinite(truths.front()))
            continue;
        const auto scores = all.scores.row(i);
        some.scores.values.insert(some.scores.values.end(), scores.begin(), scores.end());
        some.truths.values.insert(some.truths.values.end(), truths.begin(), truths.end());
        ++some.scores.rows;
        ++some.truths.rows;
    }
    return some;
}

/// Which rows a group of figures is of.
struct TurnGroup {
    std::string name;
    std::vector<bool> isWanted; ///< N
};

/// @param places  of the turns that the rows are of, N; `before`: the row of the same person before
std::vector<TurnGroup> groupsOf(const std::vector<TurnPlace>& places, const FeatureMatrix& truths,
                                const std::vector<LabelCard>& labels, Task task)
{
    const auto group = [&](std::string name, const auto& isWanted) {
        TurnGroup made{std::move(name), std::vector<bool>(places.size())};
        for (std::size_t i = 0; i < places.size(); ++i)
            made.isWanted[i] = isWanted(i);
        return made;
    };
    constexpr std::size_t late = 5;
    std::vector<TurnGroup> groups{
        group("turn 1", [&](std::size_t i) { return places[i].number == 1; }),
        group("turns 2-4", [&](std::size_t i) { return places[i].number > 1 && places[i].number < late; }),
        group("turns 5+", [&](std::size_t i) { return places[i].number >= late; })};
    std::set<std::size_t> counts;
    for (const TurnPlace& place : places)
        counts.insert(place.people);
    for (const std::size_t count : counts)
        groups.push_back(group(count == 1 ? std::string("1 person") : fmt::format("{} people", count),
                               [&](std::size_t i) { return places[i].people == count; }));
    groups.push_back(group("shifts", [&](std::size_t i) {
        const auto isGiven = [&](std::size_t turn) { return std::isfinite(truths.row(turn).front()); };
        const std::optional<std::size_t> before = places[i].before;
        return before && isGiven(i) && isGiven(*before)
            && isShift(truths.row(*before), truths.row(i), labels, task);
    }));
    return groups;
}

/// The places of the turns in which people listen, and when each of them listened before.
/// @param turns  of the fold
std::vector<TurnPlace> listenerPlaces(const std::vector<TurnPlace>& turns, const FoldData& fold,
                                      const std::vector<Listener>& listeners)
{
    std::vector<TurnPlace> places;
    std::map<std::pair<std::string_view, std::size_t>, std::size_t> last;
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        TurnPlace& place = places.emplace_back(turns[listeners[i].turn]);
        const std::pair person(std::string_view(fold.turns[listeners[i].turn].conversation),
                               listeners[i].slot);
        const auto known = last.find(person);
        place.before = known == last.end() ? std::nullopt : std::optional(known->second);
        last[person] = i;
    }
    return places;
}

/// The scores and truths of one fold, of those who speak and of those who listen.
struct ScoredFold {
    const FoldData* fold = nullptr;
    ScoredRows speaking, listening;
    std::vector<TurnPlace> speakers = {}, listeners = {}; ///< a place for each of these rows
};

ScoredFold scored(const TrainedModel& trained, const FoldData& fold, const std::vector<LabelCard>& labels,
                  const TurnFigures& figures)
{
    const Task task = taskFromName(trained.card.task);
    TurnScores scores = turnScores(trained, fold, figures.enabled, figures.device);
    const std::vector<ConversationPiece> pieces
        = conversationPieces(fold, trained.card.input.options.longestTurns);
    ScoredFold result{&fold, {std::move(scores.speaking), truthsOfTurns(fold, labels, task)}, {}};
    result.speakers = turnPlaces(fold);
    if (!scores.listeners.empty()) {
        result.listening
            = {std::move(scores.listening), truthsOfListeners(fold, scores.listeners, pieces, labels, task)};
        result.listeners = listenerPlaces(result.speakers, fold, scores.listeners);
    }
    return result;
}

}

TurnScores turnScores(const TrainedModel& trained, const FoldData& fold, EnabledModalities enabled,
                      const std::string& device, std::optional<std::size_t> context)
{
    if (fold.size() == 0)
        return {};
    FoldData unlabelled = fold;
    unlabelled.labels = FeatureMatrix(fold.size(), 0);
    const ConversationTensors conversations = prepareConversations(
        *asConversationModel(*trained.model), unlabelled, trained.card, enabled, device, context);
    TurnScores scores = scoresOfTurns(outputsOf(*trained.model, conversations.tensors), conversations.pieces,
                                      fold.size(), trained.card);
    for (const FeatureMatrix* const matrix : {&scores.speaking, &scores.listening}) {
        if (!std::ranges::all_of(matrix->values, [](float score) { return std::isfinite(score); }))
            throw FormatError("no_score", trained.card.name,
                              "the model gives a score that is no finite number for a turn of the fold "
                                  + fold.name + "; its weights are too large for these features");
    }
    return scores;
}

bool isShift(std::span<const float> before, std::span<const float> now, const std::vector<LabelCard>& labels,
             Task task)
{
    for (std::size_t i = 0; i < now.size(); ++i) {
        const auto sideOf = [&](float value) {
            const float neutral = task == Task::Binary || task == Task::Classes ? 0.5F : labels[i].neutral;
            return value > neutral ? 1 : value < neutral ? -1 : 0;
        };
        if (sideOf(before[i]) != sideOf(now[i]))
            return true;
    }
    return false;
}

Report evaluateConversations(const TrainedModel& trained, const FeatureData& data,
                             const std::vector<LabelCard>& labels, const TurnFigures& figures)
{
    const Task task = taskFromName(trained.card.task);
    const bool isOfListeners = figures.about == TurnRole::Listening;
    if (isOfListeners && !asConversationModel(*trained.model)->predictsEveryone())
        throw FormatError("speakers_only", trained.card.name,
                          "predicts those who speak alone; of listeners a model says something that was made "
                          "with \"predict\": \"all\"");
    const std::string modalities = describe(figures.enabled) + (isOfListeners ? ", listening" : "");
    std::vector<ScoredFold> folds;
    Report report;
    const auto add = [&](const ScoredFold& fold, const std::string& name, const ScoredRows& rows,
                         const std::vector<bool>& isWanted) {
        const ScoredRows some = labelledOf(rows, isWanted);
        if (some.truths.rows == 0)
            return;
        const Report own = scoreFold(fold.fold->name, name.empty() ? modalities : modalities + ", " + name,
                                     task, trained.card.labels, some.scores, some.truths, figures.threshold,
                                     figures.detail, figures.thresholds);
        report.insert(report.end(), own.begin(), own.end());
    };
    for (const std::size_t place : {std::size_t(2), std::size_t(1), std::size_t(0)}) {
        const FoldData& fold = data.folds[place];
        if (fold.size() == 0)
            continue;
        withSource(data.source, [&] { folds.push_back(scored(trained, fold, labels, figures)); });
        const ScoredRows& rows = isOfListeners ? folds.back().listening : folds.back().speaking;
        add(folds.back(), {}, rows, std::vector<bool>(rows.truths.rows, true));
    }
    if (isOfListeners && report.empty())
        throw FormatError("no_labels", data.source, "says nothing of those who listen (labels_listening)");
    for (const ScoredFold& fold : folds) {
        if (figures.about == TurnRole::Both && fold.listening.truths.rows > 0)
            add(fold, "listening", fold.listening, std::vector<bool>(fold.listening.truths.rows, true));
        const ScoredRows& rows = isOfListeners ? fold.listening : fold.speaking;
        for (const TurnGroup& group :
             groupsOf(isOfListeners ? fold.listeners : fold.speakers, rows.truths, labels, task))
            add(fold, group.name, rows, group.isWanted);
    }
    return report;
}

}
