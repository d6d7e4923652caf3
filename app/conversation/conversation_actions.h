#pragma once

#include <QObject>

#include <optional>

namespace app {

class Actions;
class ConversationInSight;
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
    };
    ConversationActions(const Parts& parts, const Actions& actions, QObject* parent);

    void seek(double seconds);

private:
    void goToTurn(int step);
    void showNextParticipant();
    bool isThere();

    Parts m_parts;
};

}
