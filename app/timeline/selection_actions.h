#pragma once

#include <QObject>

namespace app {

class Actions;
class Document;
class Editor;
class Player;
class TierInHand;

/// The actions on the words and segments that are selected on the timeline: select, delete, copy and paste.
class SelectionActions : public QObject {
    Q_OBJECT
public:
    SelectionActions(Document& document, Editor& editor, Player& player, const Actions& actions,
                     TierInHand& hand);

private:
    bool copy(); ///< @return whether anything was selected
    void paste();
    void remove();

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    TierInHand& m_hand;
};

}
