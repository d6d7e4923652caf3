#pragma once

#include "engine/conversation_sources/heard_conversation.h"
#include "engine/conversations/conversation_list.h"
#include "engine/sequences/sequence_file.h"

#include <string>
#include <vector>

namespace engine {

/// Rows of one column of a participant, in conversation time.
struct SignalRows {
    std::vector<Interval> rows;
    std::vector<double> values; ///< one of each row

    double end() const; ///< of the last row; 0: there is none
};

/// How rows of this sequence become conversation time: they are there already where the metadata say so
/// (`time_axis`), else they have the time of the participant's file.
RecordingTime timeOfRows(const SequenceFile& file, const ConversationParticipant& who);

/// The column of a sequence by name, with or without its unit; by the beginning of its name, where no other
/// column begins so; or by number from 0.
/// @throws FormatError (`unknown_signal`), with the names that there are.
std::size_t signalColumn(const SequenceFile& file, const std::string& column);

/// A column of what a participant's entries `C@P` and `C@P[k]` hold; none where the sequence has no such
/// entry.
/// @throws FormatError (`data_invalid`) for damaged entries.
SignalRows signalRows(const SequenceFile& file, const Conversation& conversation,
                      const ConversationParticipant& who, std::size_t column);

/// The rows on the grid that all signals of a conversation share (`onGrid`), from 0 s to the end of the last.
/// @param entry  whose rows they are, for errors. @param rate  samples a second
/// @throws FormatError (`out_of_range`) where they are too long for this rate.
std::vector<double> gridded(const SignalRows& rows, double rate, const SequenceFile& file,
                            const std::string& entry);

/// The words of a participant, in conversation time; pauses (`sp`, empty texts) are none.
/// @throws FormatError (`data_invalid`).
std::vector<Interval> wordSpans(const SequenceFile& file, const Conversation& conversation,
                                const ConversationParticipant& who);

/// Who speaks by words: gaps of up to 0.5 s are bridged.
HeardConversation heardInWords(const SequenceFile& words, const Conversation& conversation);

}
