#pragma once

#include "app/document/tier_views.h"

#include <QObject>

#include <optional>

class QMenu;
class QPoint;

namespace widgets {
class Track;
}

namespace app {

class Actions;
class Document;
class Player;
class TimelinePanel;

/// The menu of a right click on a track of words or segments. The click takes what lies there in hand, as a
/// left click does, so that the actions in the menu do to it what their keys do. Adds what a tier can become
/// to the menu of its head.
class SegmentMenu : public QObject {
    Q_OBJECT
public:
    SegmentMenu(Document& document, Player& player, const Actions& actions, TimelinePanel& timeline);

private:
    void open(widgets::Track* track, std::optional<std::size_t> segment, double seconds, QPoint where);
    void takeInHand(const TierName& tier, std::size_t index, double seconds);
    void fill(QMenu& menu, const TierName& tier, std::size_t index);
    void addToHead(QMenu& menu, widgets::Track* track);
    void goTo(double seconds);
    void add(QMenu& menu, std::initializer_list<const char*> names);

    Document& m_document;
    Player& m_player;
    const Actions& m_actions;
    TimelinePanel& m_timeline;
};

}
