#pragma once

#include "engine/conversations/speech_stretches.h"

#include <span>
#include <vector>

namespace engine {

/// Seconds, each at least 0. The thresholds are ours; gaps and overlaps as in Heldner and Edlund, Pauses,
/// gaps and overlaps in conversations, Journal of Phonetics 2010.
struct TurnOptions {
    double join = 0.2; ///< pauses up to this are within a stretch of speech
    double least = 0.1; ///< shorter stretches are dropped
    double backchannelLongest = 1.0;
    double backchannelAlone = 1.0; ///< from a backchannel to the next stretch of the same person, at least
    double interruptionOverlap = 0.25; ///< that much of the turn before is cut off
    double smooth = 0.2; ///< transitions within this of 0 are smooth

    friend bool operator==(const TurnOptions&, const TurnOptions&) = default;
};

/// Neighbouring turn stretches of one person.
struct SpeakingTurn {
    std::size_t speaker = 0;
    double start = 0.0;
    double end = 0.0;
    std::size_t stretches = 0;
    std::vector<double> pauses; ///< seconds, between the stretches

    friend bool operator==(const SpeakingTurn&, const SpeakingTurn&) = default;
};

enum class TransitionKind {
    Gap,
    Overlap,
    Latch, ///< neither
    Interruption ///< overlaps by `interruptionOverlap` and ends later than the turn before
};

const char* name(TransitionKind kind); ///< `gap`, `overlap`, `latch`, `interruption`

/// From a turn to the next person's.
struct TurnTransition {
    std::size_t from = 0; ///< speaker
    std::size_t to = 0; ///< speaker
    double at = 0.0; ///< the start of the later turn
    double fto = 0.0; ///< floor transfer offset: that start less the end of the turn before
    TransitionKind kind = TransitionKind::Gap;

    friend bool operator==(const TurnTransition&, const TurnTransition&) = default;
};

struct TakenTurns {
    std::vector<SpeechStretch> stretches; ///< of everybody, by start, end and speaker
    std::vector<SpeakingTurn> turns;
    std::vector<TurnTransition> transitions; ///< between neighbours of `turns`

    friend bool operator==(const TakenTurns&, const TakenTurns&) = default;
};

/// Who takes turns when. O(n log n) of n stretches, times the number of speakers.
/// @param speakers  whose order breaks ties
/// @throws ShapeError (`out_of_range`) for options below 0 or that are no numbers.
TakenTurns takenTurns(std::span<const Speaker> speakers, const TurnOptions& options = {});

}
