#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"
#include "engine/conversations/conversation_list.h"

/// What people changed of conversations: a project keeps it as an item of each conversation, and the list of
/// the dataset stays as it is.
namespace engine {

inline constexpr auto kConversationItems = "conversation";

/// The conversation with the offsets, drifts and names that the project has for its participants; what cannot
/// be read counts as none.
Conversation asChanged(const Annotation& annotation, Conversation conversation);

/// The change that sets when the file of a participant begins, and how fast it runs.
/// @throws FormatError (`unknown_participant`).
Change putRecordingTime(const Annotation& annotation, const Conversation& conversation,
                        const std::string& participant, const RecordingTime& time);

}
