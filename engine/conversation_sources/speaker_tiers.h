#pragma once

#include "engine/conversation_sources/heard_conversation.h"
#include "engine/formats/common/exchanged_tiers.h"

#include <string>
#include <vector>

namespace engine {

/// The conversations of tiers, one for each video. The speakers are the participants of the tiers; a tier
/// called `turns` counts alone for its participant, else those that depend on no other. Where no tier names a
/// participant, each that depends on no other is a person's, which is a finding.
/// @param stem    the id where the tiers name no video
/// @param source  as HeardConversation
std::vector<HeardConversation> heardInTiers(const ExchangedTiers& tiers, const std::string& stem,
                                            const std::string& source);

/// The turns of speakers as tiers, to be written. @param video  of the tiers
ExchangedTiers tiersOfSpeakers(const std::vector<Speaker>& speakers, const std::string& video);

}
