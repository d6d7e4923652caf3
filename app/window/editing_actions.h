#pragma once

#include <QObject>

class QWidget;

namespace app {

class Actions;
class Session;
class SidePanels;
class TimelinePanel;

/// Makes what the actions for editing do: segments, words, tiers, the selection.
class EditingActions : public QObject {
    Q_OBJECT
public:
    EditingActions(Session& session, const Actions& actions, TimelinePanel& timeline, SidePanels& panels,
                   QWidget* window);

private:
    void keepKeysToTimeline(const Actions& actions, TimelinePanel& timeline, QWidget& window);
};

}
