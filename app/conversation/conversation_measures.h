#pragma once

#include "app/conversation/conversation_data.h"
#include "app/conversation/signal_series.h"
#include "widgets/conversation/conversation_content.h"

#include <vector>

namespace app {

/// What takes longer than reading: how the turns come to sound alike, and how each two people go together in
/// each signal.
struct ConversationMeasures {
    std::vector<widgets::ValueAccommodation> accommodation;
    std::vector<widgets::PairSynchrony> synchrony; ///< q over all of them
};

/// Of more signals than a person looks at, smiles and loudness first, the rest is left out; so are pairs of
/// more than six people.
/// @param withPairs  whether pairs of people are measured, too, which takes longest
/// @throws Cancelled.
ConversationMeasures measureConversation(const ConversationPlace& place, const ConversationData& data,
                                         bool withPairs, const engine::RunContext& run);

}
