#pragma once

#include "app/document/tier_views.h"

#include <QObject>

#include <functional>

namespace app {

class Actions;
class Document;
class Editor;
class Player;
class TimelinePanel;

/// The actions that edit words and segments of the tier in hand.
class EditActions : public QObject {
    Q_OBJECT
public:
    EditActions(Document& document, Editor& editor, Player& player, const Actions& actions,
                TimelinePanel& timeline);

private:
    void on(const char* action, const std::function<void()>& work);
    void onSegment(const char* action, const std::function<void(const TierName&, std::size_t)>& work);
    void connectNudging();
    void insertSegment();
    void nudgeEdge(int frames);

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    const Actions& m_actions;
    TimelinePanel& m_timeline;
    bool m_nudgesEnd = true; ///< which edge the keys , and . move
};

}
