#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/document/tier_views.h"
#include "engine/conversation_sources/dataset_turns.h"
#include "engine/conversations/known_conversations.h"
#include "engine/conversations/turn_summary.h"
#include "engine/core/run_context.h"
#include "engine/core/segment_input.h"
#include "engine/sequences/feature_levels.h"
#include "engine/sequences/timed_features.h"

#include <QString>
#include <QStringList>

#include <exception>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace app {

/// The tier of a participant that says when the participant speaks.
inline constexpr const char* kTurnsTier = "turns";

/// From conversation time to the time of the window: that of the file of the participant in sight, or the
/// conversation's own where it is in sight as a whole.
struct WindowTime {
    engine::RecordingTime own;

    double of(double conversation) const { return own.inFile(conversation); }
    engine::Interval of(const engine::Interval& span) const { return {of(span.start), of(span.end)}; }
    double toConversation(double window) const { return own.ofFile(window); }
};

/// What the project has of a conversation in place of what files say. Times are of each participant's file.
struct ProjectSpeech {
    struct Person {
        std::optional<engine::TimedText> words = {};
        std::optional<LabelsView> labels = {};
        std::optional<std::vector<engine::Interval>> turns = {}; ///< of tiers `turns`
    };
    std::vector<Person> people; ///< in the order of the participants
    engine::FaceCorrections faces = {}; ///< of the picture of all
};

/// Features of a participant, in the time of the window.
struct PersonFeatures {
    QString key;
    engine::Modality modality = engine::Modality::Acoustic;
    QStringList names;
    std::shared_ptr<const engine::FeatureLevels> features;
};

/// A participant as the window shows people who are not in sight themselves; times are the window's.
struct PersonData {
    QString name;
    engine::TimedText words;
    LabelsView labels;
    std::vector<PersonFeatures> features;
};

/// A column of a sequence that participants have.
struct ConversationSignal {
    QString sequence;
    QString column;

    QString text() const { return sequence + QLatin1Char(':') + column; }
    friend bool operator==(const ConversationSignal&, const ConversationSignal&) = default;
};

struct FiledTurns;

/// Everything that is shown of a conversation. Read by a task.
struct ConversationData {
    std::shared_ptr<const FiledTurns> filed; ///< what files say of turns; null: nobody asked
    engine::Conversation conversation; ///< with what the project changed
    QString video; ///< that is in sight
    std::optional<std::size_t> hand; ///< the participant in sight; absent: the conversation as a whole
    WindowTime time;
    /// In the order of the participants; the one in sight has only a name. Never null.
    std::vector<std::shared_ptr<const PersonData>> people;
    engine::HeardConversation heard; ///< conversation time
    engine::TakenTurns taken; ///< conversation time
    std::shared_ptr<const engine::TakenTurns> shown; ///< `taken` in the time of the window
    std::optional<engine::ConversationFigures> figures; ///< absent: nobody says anything
    std::vector<ConversationSignal> signalNames; ///< that at least two participants have
    QString problem; ///< why there are no turns; empty: there are
    QStringList warnings; ///< sequences that could not be read

    /// Whether the signals of people are those of an earlier reading: words and labels alone changed.
    bool hasSameSignals(const ConversationData& earlier) const
    {
        return conversation == earlier.conversation && hand == earlier.hand
            && signalNames == earlier.signalNames;
    }
    /// Whether turns are guesses, by faces or by a text, and nobody accepted them.
    bool areTurnsEstimated() const { return heard.source == "faces" || heard.timesAreGuessed; }
    QString nameOf(std::size_t person) const { return people[person]->name; }
};

/// When the n-th turn before a moment began, of whomever, and at most a minute before it. Both are times of
/// the window; the moment itself where there is no such turn.
double turnBefore(const ConversationData& data, double moment, int turns);

/// The dataset as its conversations need it. @param dataset  lives on
/// @param faces  what the project says of the faces of the conversation's picture
engine::ConversationFiles conversationFiles(const OpenDataset& dataset,
                                            const engine::FaceCorrections& faces = {});

/// Who speaks when by the files alone. To find it may mean to listen to all recordings, so it is kept for the
/// other participants, and for edits.
struct FiledTurns {
    engine::Conversation conversation; ///< with the times of recordings
    engine::FaceCorrections faces;
    engine::HeardConversation heard;
    std::exception_ptr problem; ///< why there is nothing; null: there is
};

/// What was read of the same conversation for the same video before, and whose words or labels changed since.
struct EarlierReading {
    std::shared_ptr<const ConversationData> data; ///< null: nothing was read
    std::set<std::string> changed; ///< entries
    std::shared_ptr<const FiledTurns> filed; ///< of any video of the same dataset; null: none
};

/// @param conversation  with what the project changed
/// @param video  in sight: `C` or `C@P`
/// @param earlier  people of whom nothing changed are taken from there
/// @throws Cancelled.
ConversationData readConversation(const OpenDataset& dataset, const engine::Conversation& conversation,
                                  const std::string& video, const ProjectSpeech& project,
                                  const EarlierReading& earlier, const engine::RunContext& run);

}
