#pragma once

#include <QObject>

namespace app {

class Actions;
class Session;
class TimelinePanel;

/// What keys and menu do to the words and segments that are selected on the timeline: choose, delete, and
/// carry them over the clipboard.
class SelectionActions : public QObject {
    Q_OBJECT
public:
    SelectionActions(Session& session, const Actions& actions, TimelinePanel& timeline);

signals:
    void message(const QString& text);

private:
    bool copy(); ///< @return whether there was something
    void paste();
    void remove();

    Session& m_session;
    TimelinePanel& m_timeline;
};

}
