#pragma once

#include <QObject>

class QDockWidget;

namespace widgets {
class RatingBar;
}

namespace app {

class Actions;
class LiveLabels;
class RatingRecorder;
class Session;
class Settings;
class TimelinePanel;

/// What keys and menus do to label while the video plays: held digits, and continuous ratings.
class LabellingActions : public QObject {
    Q_OBJECT
public:
    /// @param ratingDock  holds the bar, and is shown while it is needed
    LabellingActions(Session& session, const Actions& actions, TimelinePanel& timeline,
                     widgets::RatingBar& bar, QDockWidget& ratingDock, QWidget* window);

    RatingRecorder& recorder() { return *m_recorder; }

signals:
    void message(const QString& text);

private:
    void record();
    void askForDelay();
    void showState();

    Session& m_session;
    TimelinePanel& m_timeline;
    widgets::RatingBar& m_bar;
    QDockWidget& m_dock;
    QWidget* m_window;
    LiveLabels* m_live;
    RatingRecorder* m_recorder;
};

}
