#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// The field of a dataset list.
inline constexpr const char* kConversationsField = "conversations";

/// Where the participants of a conversation are seen and heard.
enum class ConversationMedia {
    Recordings, ///< a file of each participant, media id `C@P`
    Picture, ///< one file `C` with several faces
    Channels, ///< one sound file `C`, with a channel for each
    Clips ///< a file for each turn
};

/// How a participant's own time becomes conversation time.
struct RecordingTime {
    double offset = 0.0; ///< seconds of conversation time at which the participant's file begins
    double driftPpm = 0.0; ///< a file that runs fast has less

    /// @param moment  of the file, in seconds
    double ofFile(double moment) const { return offset + moment * (1.0 + driftPpm * 1e-6); }
    /// @param time  of the conversation, in seconds
    double inFile(double time) const { return (time - offset) / (1.0 + driftPpm * 1e-6); }
    friend bool operator==(const RecordingTime&, const RecordingTime&) = default;
};

struct ConversationParticipant {
    std::string id; ///< P: entries of this participant are `C@P`
    std::string name; ///< empty: the id
    std::string person; ///< who it is across conversations; empty: the name says it
    std::string role;
    RecordingTime time;
    std::optional<int> face; ///< number in `face_landmarks`
    std::optional<int> channel; ///< from 0

    /// What people read: the name, else the id.
    const std::string& shownName() const { return name.empty() ? id : name; }
    /// Who it is across conversations of a list; empty: nobody knows.
    const std::string& who() const { return person.empty() ? name : person; }

    friend bool operator==(const ConversationParticipant&, const ConversationParticipant&) = default;
};

/// The file of one turn.
struct ConversationClip {
    std::filesystem::path file; ///< as the list has it
    std::string participant;
    double start = 0.0; ///< seconds of conversation time
    double end = 0.0;

    friend bool operator==(const ConversationClip&, const ConversationClip&) = default;
};

/// One time axis with its participants.
struct Conversation {
    std::string id; ///< C
    ConversationMedia media = ConversationMedia::Recordings;
    std::string episode; ///< that folds keep together; empty: none
    std::vector<ConversationParticipant> participants; ///< the order breaks ties
    std::vector<ConversationClip> clips;

    const ConversationParticipant* participant(std::string_view id) const; ///< null: none
    std::string entryOf(const ConversationParticipant& who) const { return id + "@" + who.id; }
    friend bool operator==(const Conversation&, const Conversation&) = default;
};

/// The id of a participant by name: lower case, and everything but a–z, 0–9 and letters of other scripts
/// becomes one `_`.
std::string participantId(const std::string& name);

/// The ids of these names, in their order; equal names have one. Where an id begins with another, the shorter
/// one gets `-` behind it.
std::vector<std::string> participantIds(const std::vector<std::string>& names);

/// The field `conversations` of a dataset list. Fields that are not known are left alone.
/// @param more  fields of the list, by name; without the field there are no conversations
/// @param file  for errors
/// @throws FormatError (`conversation_invalid`) with the place: an unknown participant of a clip, a face or
/// channel twice, an id twice or with `@`, `[`, `]` or `/`, a participant whose id begins with another's.
std::vector<Conversation> conversationsOf(const nlohmann::ordered_json& more, const std::string& file);

/// Writes the field, in the place of what was there.
void storeConversations(nlohmann::ordered_json& more, const std::vector<Conversation>& conversations);

/// Sets `offset_s` and `drift_ppm` of a participant; everything else stays as it is.
/// @throws FormatError (`conversation_invalid`) when there is no such participant.
void setRecordingTime(nlohmann::ordered_json& more, const std::string& conversation,
                      const std::string& participant, const RecordingTime& time);

}
