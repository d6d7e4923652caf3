#pragma once

#include "engine/conversation_sources/heard_conversation.h"
#include "engine/conversation_sources/placed_words.h"
#include "engine/conversations/conversation_list.h"
#include "engine/core/run_context.h"
#include "engine/faces/face_corrections.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/sequence_file.h"

#include <functional>
#include <memory>
#include <string>

namespace engine {

/// A dataset as its conversations need it.
struct ConversationFiles {
    const DatasetList& list;
    std::string name; ///< of the dataset, for errors
    /// The sequence of a key; null: the dataset has none.
    std::function<std::shared_ptr<const SequenceFile>(const std::string& key)> sequence;
    /// What people say of the faces of a video; empty: nothing.
    std::function<FaceCorrections(const std::string& video)> faces = {};
    /// Finds words in a recording; empty: words of a text are not placed.
    std::function<PlacedWords(const std::filesystem::path& sound, const std::vector<std::string>& words)>
        placeWords = {};
};

/// Whether turns of this source are looked for: `auto` is the first that is there.
bool isWantedSource(const std::string& source, const char* one);
bool isSilent(const HeardConversation& heard); ///< nobody says anything

/// Who speaks when in one conversation: by the sequences `turns` or `sentences` (a row for each turn), else
/// by words (unless two or more speak in over a fifth of all speech by them, and in less than half as much by
/// their own recordings: `words_overheard`; or where somebody has none, `words_missing`), else by the
/// channels of its sound, else by the voices in the participants' own recordings, else by faces
/// (`heardInFaces`), else by a text `.txt` beside its recording whose lines begin with participants.
/// @param source  `auto`, `tiers`, `words`, `channels`, `vad` (the recordings), `faces`, `prefixes`
/// @throws FormatError (`no_turns`), (`conversation_invalid`) for a channel that the sound lacks; IoError.
HeardConversation heardInDataset(const ConversationFiles& dataset, const Conversation& conversation,
                                 const std::string& source, const RunContext& run);

/// The end of the last row that any sequence has of the conversation, in conversation time.
double extentOf(const ConversationFiles& dataset, const Conversation& conversation);

}
