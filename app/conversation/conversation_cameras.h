#pragma once

#include "app/conversation/conversation_in_sight.h"

#include <QObject>

namespace app {

class Cameras;
class Document;
class Editor;
class Player;

/// The recordings of the other participants beside the picture of the one in sight, on one clock, with who
/// speaks; and what a person changes of when a recording begins.
class ConversationCameras : public QObject {
    Q_OBJECT
public:
    ConversationCameras(Document& document, Editor& editor, Player& player, Cameras& cameras,
                        ConversationInSight& conversation, QObject* parent);

    /// Whether who is in hand is judged while another speaks: that picture is large then, the others small.
    void setListenerJudged(bool isJudged);

    /// Sets when and how fast the recording of a participant runs, as a step of the history.
    void setTime(std::size_t person, const engine::RecordingTime& time, int gesture = 0);

private:
    void show();
    void showSpeaking();
    void move(const QString& participant, double begins, int gesture);

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    Cameras& m_cameras;
    ConversationInSight& m_conversation;
    bool m_isListenerJudged = false;
    std::vector<std::size_t> m_people; ///< participants in the order of the pictures
};

}
