#pragma once

#include "engine/alignment/video_part.h"
#include "engine/recipes/conversation_steps.h"

#include <set>
#include <string>
#include <vector>

namespace engine {

/// A participant with what a recipe has of the entry `C@P`.
struct PartnerPart {
    const ConversationParticipant* who = nullptr;
    VideoPart* part = nullptr;
};

/// Brings a participant's rows to conversation time, in float64 where they move.
void toConversationTime(VideoPart& part, const RecordingTime& time);

/// Adds the sequences of a PartnerStep to every participant's part, behind the others.
///
/// An entry has the id of the participant's own entry: `C@P` has all rows of the other, `C@P[k]` those that
/// overlap the extent of the participant's rows there by more than `kTouching`. Rows have the time of P's
/// file. Entries without rows are left out. For the mean of several others the rows are those of the first in
/// the list, and of the next where those before have none; each is the mean over the others of the mean of
/// their overlapping rows, weighted by the overlap, without what is no number.
///
/// @param people  all participants of a conversation, in the order of the list
/// @param shared  the sequences that are in conversation time already
/// @throws ShapeError (`data_invalid`) for sequences of other widths, and for the mean of texts.
void addPartners(const std::vector<PartnerPart>& people, const PartnerStep& step,
                 const std::set<std::string>& shared);

/// The same sequences, without rows, for a video that belongs to no conversation.
void addNoPartners(VideoPart& part, const PartnerStep& step);

}
