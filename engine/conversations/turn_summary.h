#pragma once

#include "engine/conversations/turns.h"

#include <optional>
#include <span>
#include <vector>

namespace engine {

/// Figures of a whole conversation; absent ones are undefined.
struct TurnSummary {
    std::size_t turns = 0;
    std::size_t transitions = 0;
    double silenceShare = 0.0; ///< of the duration
    double overlapShare = 0.0; ///< of the duration: two people or more
    std::optional<double> ftoMean; ///< seconds; without a transition there is none
    std::optional<double> ftoMedian;
    std::optional<double> ftoQuarter;
    std::optional<double> ftoThreeQuarters;
    std::optional<double> smoothShare; ///< of the transitions
    std::size_t overlapTransitions = 0; ///< below 0 seconds
    double turnsPerMinute = 0.0;
    std::optional<double> balance; ///< entropy of the talk shares / ln n: 1 when all speak as much

    friend bool operator==(const TurnSummary&, const TurnSummary&) = default;
};

/// Figures of one participant.
struct ParticipantTurns {
    double talk = 0.0; ///< seconds of all stretches
    std::optional<double> talkShare; ///< of everyone's speech
    double speaksShare = 0.0; ///< of the duration
    std::size_t turns = 0;
    std::optional<double> turnMedian; ///< seconds
    std::optional<double> responseMedian; ///< FTO of the transitions into the participant, seconds
    std::size_t backchannels = 0;
    std::size_t attempts = 0;
    std::size_t interruptions = 0; ///< made, not suffered

    friend bool operator==(const ParticipantTurns&, const ParticipantTurns&) = default;
};

struct ConversationFigures {
    TurnSummary summary;
    std::vector<ParticipantTurns> participants;

    friend bool operator==(const ConversationFigures&, const ConversationFigures&) = default;
};

/// Quantiles are linear between order statistics (type 7).
/// @param speakers  how many there are
/// @param duration  of the conversation, in seconds
/// @throws ShapeError (`too_short`) for a duration that is not above 0.
ConversationFigures conversationFigures(const TakenTurns& taken, std::size_t speakers, double duration,
                                        const TurnOptions& options = {});

/// A conversation of several that are summed up.
struct SummedConversation {
    const TakenTurns* taken = nullptr;
    std::size_t speakers = 0;
    double duration = 0.0;
};

/// Several conversations as one: FTO over all transitions, shares of all time. The balance belongs to one
/// conversation and is absent. @throws as conversationFigures().
TurnSummary pooledSummary(std::span<const SummedConversation> conversations, const TurnOptions& options = {});

}
