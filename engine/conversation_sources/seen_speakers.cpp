#include "engine/conversation_sources/seen_speakers.h"

#include "engine/conversation_sources/conversation_rows.h"
#include "engine/core/error.h"
#include "engine/faces/landmark_rows.h"
#include "engine/sequences/column_names.h"
#include "engine/sequences/stored_features.h"

#include <algorithm>

namespace engine {

namespace {

constexpr const char* kMeasures = "face"; // as polylogue-extract names them
constexpr const char* kLandmarks = "face_landmarks";
constexpr const char* kSpeaking = "is_speaking";

std::vector<Interval> framesOfPicture(const ConversationFiles& dataset, const std::string& id)
{
    const auto measures = dataset.sequence(kMeasures); // a row for each frame
    return measures && measures->contains(id) ? measures->intervals(id).values : std::vector<Interval>();
}

/// Who is seen in the conversation's picture, as people corrected it; nobody where there are no landmarks.
FaceTracks tracksOfPicture(const ConversationFiles& dataset, const Conversation& conversation,
                           const FaceCorrections& corrections, const RunContext& run)
{
    const auto landmarks = dataset.sequence(kLandmarks);
    if (!landmarks || !landmarks->contains(conversation.id))
        return {};
    const StoredFeatures rows(landmarks, conversation.id);
    if (rows.dimensions() != landmarkColumns().size()) // of another program
        return {};
    return corrected(tracksOf(
                         framesOfPicture(dataset, conversation.id), rows.intervals(),
                         [&](std::size_t first, std::size_t count) { return rows.read(first, count); }, run),
                     corrections);
}

/// Null: nobody knows who of the people this is, or the face is not seen.
const FacePerson* faceOf(const FaceTracks& tracks, const ConversationParticipant& who,
                         const FaceCorrections& corrections)
{
    if (who.face)
        return *who.face < 0 ? nullptr : findPerson(tracks, static_cast<std::size_t>(*who.face));
    const auto named = std::ranges::find_if(corrections.names,
                                            [&](const auto& each) { return each.second == who.shownName(); });
    return named == corrections.names.end() ? nullptr : findPerson(tracks, named->first);
}

HeardConversation heardInPicture(const ConversationFiles& dataset, const Conversation& conversation,
                                 const RunContext& run)
{
    HeardConversation heard{conversation.id, "faces", {}};
    const FaceCorrections corrections = dataset.faces ? dataset.faces(conversation.id) : FaceCorrections();
    const FaceTracks tracks = tracksOfPicture(dataset, conversation, corrections, run);
    if (tracks.frames.empty())
        return heard;
    for (const ConversationParticipant& who : conversation.participants) {
        Speaker& speaker = heard.speakers.emplace_back(Speaker{who.id, {}});
        const FacePerson* const person = faceOf(tracks, who, corrections);
        if (!person) {
            heard.findings.push_back(
                {Finding::Severity::Warning, "face_missing", conversation.entryOf(who),
                 who.face ? "is not seen: face_landmarks has no such person" : "has no face in the list",
                 ""});
            continue;
        }
        for (const StoredSight& sight : person->sights) {
            if (sight.isSpeaking)
                speaker.spans.push_back(tracks.frames[sight.frame]);
        }
    }
    heard.duration = tracks.frames.back().end;
    return heard;
}

std::optional<std::size_t> speakingColumn(const SequenceFile& measures)
{
    if (measures.ids().empty())
        return std::nullopt;
    const EntryShape shape = measures.shape(measures.ids().front());
    const std::vector<std::string> names
        = columnNames(measures, shape.features.size() == 2 ? shape.features[1] : 0).names;
    const auto found = std::ranges::find(names, kSpeaking);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - names.begin()));
}

/// Each participant has rows of a face of their own.
HeardConversation heardInOwnFaces(const ConversationFiles& dataset, const Conversation& conversation)
{
    HeardConversation heard{conversation.id, "faces", {}};
    const auto measures = dataset.sequence(kMeasures);
    const std::optional<std::size_t> column = measures ? speakingColumn(*measures) : std::nullopt;
    if (!column)
        return heard;
    for (const ConversationParticipant& who : conversation.participants) {
        Speaker& speaker = heard.speakers.emplace_back(Speaker{who.id, {}});
        const SignalRows rows = signalRows(*measures, conversation, who, *column);
        for (std::size_t row = 0; row < rows.rows.size(); ++row) {
            if (rows.values[row] > 0.5)
                speaker.spans.push_back(rows.rows[row]);
        }
    }
    return heard;
}

}

HeardConversation heardInFaces(const ConversationFiles& dataset, const Conversation& conversation,
                               const RunContext& run)
{
    HeardConversation heard = heardInPicture(dataset, conversation, run);
    if (isSilent(heard))
        heard = heardInOwnFaces(dataset, conversation);
    heard.findings.push_back({Finding::Severity::Warning, "faces_estimated", conversation.id,
                              "Who speaks is told by mouths and loudness, which is right in less than 92 of "
                              "100 moments: these turns are estimates.",
                              ""});
    return heard;
}

}
