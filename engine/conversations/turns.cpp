#include "engine/conversations/turns.h"

#include "engine/conversations/stretch_kinds.h"
#include "engine/core/error.h"

#include <algorithm>
#include <initializer_list>
#include <tuple>

namespace engine {

namespace {

void requireOptions(const TurnOptions& options)
{
    for (const auto& [name, seconds] : std::initializer_list<std::pair<const char*, double>>{
             {"join", options.join},
             {"least", options.least},
             {"backchannel_longest", options.backchannelLongest},
             {"backchannel_alone", options.backchannelAlone},
             {"interruption_overlap", options.interruptionOverlap},
             {"smooth", options.smooth}}) {
        if (!(seconds >= 0.0))
            throw ShapeError("out_of_range",
                             std::string("The option ") + name + " of turns has to be at least 0 seconds.");
    }
}

std::vector<SpeakingTurn> turnsOf(std::span<const SpeechStretch> stretches)
{
    std::vector<SpeakingTurn> turns;
    for (const SpeechStretch& one : stretches) {
        if (one.kind != StretchKind::Turn)
            continue;
        if (turns.empty() || turns.back().speaker != one.speaker) {
            turns.push_back({one.speaker, one.start, one.end, 1, {}});
            continue;
        }
        SpeakingTurn& turn = turns.back();
        if (one.start > turn.end)
            turn.pauses.push_back(one.start - turn.end);
        turn.end = std::max(turn.end, one.end);
        ++turn.stretches;
    }
    return turns;
}

TurnTransition transitionOf(const SpeakingTurn& before, const SpeakingTurn& next, const TurnOptions& options)
{
    TurnTransition found{before.speaker, next.speaker, next.start, next.start - before.end,
                         TransitionKind::Latch};
    if (found.fto <= -options.interruptionOverlap + 1e-9 && next.end > before.end)
        found.kind = TransitionKind::Interruption;
    else if (found.fto != 0.0)
        found.kind = found.fto > 0.0 ? TransitionKind::Gap : TransitionKind::Overlap;
    return found;
}

}

const char* name(TransitionKind kind)
{
    switch (kind) {
    case TransitionKind::Overlap:
        return "overlap";
    case TransitionKind::Latch:
        return "latch";
    case TransitionKind::Interruption:
        return "interruption";
    case TransitionKind::Gap:
        break;
    }
    return "gap";
}

TakenTurns takenTurns(std::span<const Speaker> speakers, const TurnOptions& options)
{
    requireOptions(options);
    TakenTurns taken;
    for (std::size_t who = 0; who < speakers.size(); ++who) {
        for (const Interval& one : spokenStretches(speakers[who].spans, options.join, options.least))
            taken.stretches.push_back({who, one.start, one.end, StretchKind::Turn});
    }
    std::ranges::sort(taken.stretches, {},
                      [](const SpeechStretch& one) { return std::tuple(one.start, one.end, one.speaker); });
    tellKinds(taken.stretches, speakers.size(), options);
    taken.turns = turnsOf(taken.stretches);
    for (std::size_t i = 1; i < taken.turns.size(); ++i)
        taken.transitions.push_back(transitionOf(taken.turns[i - 1], taken.turns[i], options));
    return taken;
}

}
