#pragma once

#include "engine/conversation_sources/dataset_turns.h"

namespace engine {

/// Who speaks by what is seen of mouths: in one picture the people of `face_landmarks` that participants are
/// (by `face`, else by the name that somebody gave the face), else `is_speaking` of everybody's own rows of
/// `face`. These are estimates, which a finding says (`faces_estimated`); `face_missing` names who is not
/// seen.
/// @return conversation time; nobody speaks where the dataset holds no such rows
/// @throws FormatError (`data_invalid`), IoError; Cancelled.
HeardConversation heardInFaces(const ConversationFiles& dataset, const Conversation& conversation,
                               const RunContext& run);

}
