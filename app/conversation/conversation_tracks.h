#pragma once

#include "app/conversation/conversation_in_sight.h"
#include "widgets/tracks/synchrony_track.h"
#include "widgets/tracks/who_speaks_track.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace widgets {
class PersonHeadTrack;
class TimelineView;
class Track;
}

namespace app {

class ConversationSound;
class Document;
class Player;

/// The timeline's tracks of a conversation: who speaks, and of each other participant words, labels and
/// features, below a head that folds them away; the video in sight keeps its own tracks, below the head of
/// who is in hand. A head that is moved takes its tracks along. A video that belongs to no conversation has
/// none of these tracks. While a pass hides words or labels, the tracks made of them are hidden, too.
class ConversationTracks : public QObject {
    Q_OBJECT
public:
    ConversationTracks(widgets::TimelineView& view, Document& document, Player& player,
                       ConversationInSight& conversation, ConversationSound& sound, QObject* parent);

    /// Null: no conversation is in sight.
    widgets::WhoSpeaksTrack* whoSpeaks() const { return m_whoSpeaks; }
    void setWhoSpeaksShown(bool shown);
    bool isWhoSpeaksShown() const { return m_isWhoSpeaksShown; }
    /// The number of the turn at the playhead, or the last one that began before it.
    std::optional<std::size_t> currentTurn() const;

signals:
    void timeChosen(double seconds);

private:
    struct Lane {
        widgets::Track* track = nullptr;
        bool showsWords = false; ///< and is hidden while words are
        bool showsLabels = false;
    };
    struct Group {
        QString entry;
        std::size_t person = 0;
        widgets::PersonHeadTrack* head = nullptr;
        std::vector<Lane> lanes;
    };
    void show();
    void showTurns();
    void clear();
    void addHand(const ConversationData& data);
    void addPerson(const ConversationData& data, std::size_t person);
    void add(Group& group, widgets::Track* track, const QString& name, bool showsWords, bool showsLabels);
    void addHead(Group& group, const ConversationData& data, const widgets::Track* below);
    void showSight();
    void showSound();
    void showPosition(double seconds);

    widgets::TimelineView& m_view;
    Document& m_document;
    Player& m_player;
    ConversationInSight& m_conversation;
    ConversationSound& m_sound;
    widgets::WhoSpeaksTrack* m_whoSpeaks = nullptr;
    std::vector<Group> m_groups;
    QSet<QString> m_folded; ///< entries whose tracks a person folded away
    bool m_isWhoSpeaksShown = true;
    std::shared_ptr<const ConversationData> m_shown; ///< that the tracks are made of
};

}
