#pragma once

#include "engine/conversations/turn_summary.h"
#include "engine/synchrony/accommodation.h"
#include "widgets/base/person_look.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace widgets {

/// Whether people come to speak alike, in one value of their turns.
struct ValueAccommodation {
    QString value; ///< `pitch`
    engine::Accommodation figures;
};

/// How two people go together in a signal.
struct PairSynchrony {
    std::size_t first = 0; ///< place among the people
    std::size_t second = 0;
    QString signal;
    std::optional<double> r; ///< undefined: `reason` says why
    double lag = 0.0; ///< seconds; positive: the first comes first
    std::optional<double> p; ///< absent: chance is not known
    std::optional<double> q; ///< over all pairs and signals
    QString reason; ///< a sentence; may be empty
};

/// What is known of a conversation.
struct ConversationContent {
    enum class State {
        NoConversation, ///< one recording only
        NoTurns, ///< nothing tells who speaks when
        Computing, ///< what is here is old, or nothing is here yet
        Known
    };
    State state = State::NoConversation;
    bool areTimesKnown = true; ///< how the recordings lie to each other
    QString title;
    std::vector<PersonLook> people;
    std::shared_ptr<const engine::TakenTurns> turns; ///< in seconds of the conversation; null: not known
    engine::ConversationFigures figures; ///< one participant per person, or none
    std::vector<ValueAccommodation> accommodation;
    std::vector<PairSynchrony> synchrony;

    bool hasTurns() const { return turns && !turns->turns.empty(); }
    QString nameOf(std::size_t person) const
    {
        return person < people.size() ? people[person].name : QString::number(person + 1);
    }
};

}
