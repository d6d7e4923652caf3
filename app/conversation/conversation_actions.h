#pragma once

#include <QObject>

#include <optional>

class QAction;

namespace app {

class Actions;
class ConversationInSight;
class ConversationSound;
class ConversationTracks;
class Document;
class Player;
class SynchronyLane;
class TimelinePanel;

/// The keys of a conversation: from turn to turn, from participant to participant, and which tracks are
/// shown.
class ConversationActions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Player& player;
        TimelinePanel& timeline;
        ConversationInSight& conversation;
        ConversationTracks& tracks;
        SynchronyLane& synchrony;
        ConversationSound& sound;
    };
    ConversationActions(const Parts& parts, const Actions& actions, QObject* parent);

    void seek(double seconds);

private:
    void goToTurn(int step);
    void showNextParticipant();
    void hearAlone(bool isAlone);
    bool isThere();

    Parts m_parts;
    QAction* m_alone; ///< whether only the participant in hand is heard
};

}
