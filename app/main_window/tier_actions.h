#pragma once

#include <QObject>

namespace app {

class Actions;
class Session;
class TimelinePanel;

/// What menus do to whole tiers: make, change, copy, delete.
class TierActions : public QObject {
    Q_OBJECT
public:
    TierActions(Session& session, const Actions& actions, TimelinePanel& timeline, QWidget* window);

signals:
    void message(const QString& text);

private:
    void make();
    void change();
    void copy();
    void remove();
    void changeMany();
    bool isOwn(const std::string& tier); ///< else says that words and labels stay

    Session& m_session;
    TimelinePanel& m_timeline;
    QWidget* m_window;
};

}
