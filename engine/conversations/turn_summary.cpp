#include "engine/conversations/turn_summary.h"

#include "engine/core/error.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

/// Seconds in which one speaks, and in which two or more do.
struct SpokenTime {
    double one = 0.0;
    double several = 0.0;
};

SpokenTime spokenTime(std::span<const SpeechStretch> stretches)
{
    struct Edge {
        double at;
        int step;
    };
    std::vector<Edge> edges;
    for (const SpeechStretch& stretch : stretches) {
        edges.push_back({stretch.start, 1});
        edges.push_back({stretch.end, -1});
    }
    std::ranges::sort(edges, {}, &Edge::at);
    SpokenTime time;
    int speaking = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (i > 0 && speaking > 0)
            (speaking == 1 ? time.one : time.several) += edges[i].at - edges[i - 1].at;
        speaking += edges[i].step;
    }
    return time;
}

std::optional<double> quantileIfAny(const std::vector<double>& values, double part)
{
    return values.empty() ? std::nullopt : std::optional(quantile(values, part));
}

void tellTransitions(TurnSummary& summary, const std::vector<double>& ftos, double smooth)
{
    summary.transitions = ftos.size();
    summary.ftoMedian = quantileIfAny(ftos, 0.5);
    summary.ftoQuarter = quantileIfAny(ftos, 0.25);
    summary.ftoThreeQuarters = quantileIfAny(ftos, 0.75);
    summary.overlapTransitions
        = static_cast<std::size_t>(std::ranges::count_if(ftos, [](double fto) { return fto < 0.0; }));
    if (ftos.empty())
        return;
    const auto count = static_cast<double>(ftos.size());
    summary.ftoMean = std::accumulate(ftos.begin(), ftos.end(), 0.0) / count;
    const auto isSmooth = [&](double fto) { return std::abs(fto) <= smooth + 1e-9; };
    summary.smoothShare = static_cast<double>(std::ranges::count_if(ftos, isSmooth)) / count;
}

void requireDuration(double duration)
{
    if (!(duration > 0.0) || !std::isfinite(duration))
        throw ShapeError("too_short", "A conversation has to last longer than 0 seconds.");
}

std::vector<ParticipantTurns> participantsOf(const TakenTurns& taken, std::size_t speakers, double duration)
{
    std::vector<ParticipantTurns> people(speakers);
    std::vector<std::vector<double>> lengths(speakers), responses(speakers);
    double total = 0.0;
    for (const SpeechStretch& one : taken.stretches) {
        ParticipantTurns& who = people[one.speaker];
        who.talk += one.length();
        who.backchannels += one.kind == StretchKind::Backchannel ? 1 : 0;
        who.attempts += one.kind == StretchKind::Attempt ? 1 : 0;
    }
    for (const ParticipantTurns& who : people)
        total += who.talk;
    for (const SpeakingTurn& turn : taken.turns)
        lengths[turn.speaker].push_back(turn.end - turn.start);
    for (const TurnTransition& move : taken.transitions) {
        responses[move.to].push_back(move.fto);
        people[move.to].interruptions += move.kind == TransitionKind::Interruption ? 1 : 0;
    }
    for (std::size_t i = 0; i < speakers; ++i) {
        if (total > 0.0)
            people[i].talkShare = people[i].talk / total;
        people[i].speaksShare = people[i].talk / duration;
        people[i].turns = lengths[i].size();
        people[i].turnMedian = quantileIfAny(lengths[i], 0.5);
        people[i].responseMedian = quantileIfAny(responses[i], 0.5);
    }
    return people;
}

std::optional<double> balanceOf(std::span<const ParticipantTurns> people)
{
    if (people.size() < 2 || !people.front().talkShare)
        return std::nullopt;
    double entropy = 0.0;
    for (const ParticipantTurns& who : people) {
        if (*who.talkShare > 0.0)
            entropy -= *who.talkShare * std::log(*who.talkShare);
    }
    return entropy / std::log(static_cast<double>(people.size()));
}

}

TurnSummary pooledSummary(std::span<const SummedConversation> conversations, const TurnOptions& options)
{
    TurnSummary summary;
    std::vector<double> ftos;
    SpokenTime spoken;
    double duration = 0.0;
    for (const SummedConversation& one : conversations) {
        requireDuration(one.duration);
        duration += one.duration;
        summary.turns += one.taken->turns.size();
        for (const TurnTransition& move : one.taken->transitions)
            ftos.push_back(move.fto);
        const SpokenTime time = spokenTime(one.taken->stretches);
        spoken.one += time.one;
        spoken.several += time.several;
    }
    requireDuration(duration);
    tellTransitions(summary, ftos, options.smooth);
    summary.silenceShare = 1.0 - (spoken.one + spoken.several) / duration;
    summary.overlapShare = spoken.several / duration;
    summary.turnsPerMinute = 60.0 * static_cast<double>(summary.turns) / duration;
    return summary;
}

ConversationFigures conversationFigures(const TakenTurns& taken, std::size_t speakers, double duration,
                                        const TurnOptions& options)
{
    const SummedConversation one{&taken, speakers, duration};
    ConversationFigures figures{pooledSummary(std::span(&one, 1), options),
                                participantsOf(taken, speakers, duration)};
    figures.summary.balance = balanceOf(figures.participants);
    return figures;
}

}
