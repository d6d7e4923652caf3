#pragma once

#include "app/tasks/task.h"
#include "app/team/raters_dialog.h"

#include <QPointer>
#include <QTimer>

namespace app {

class Actions;
class Document;
class Editor;
class Tasks;
class Review;
class VideoOpener;

/// The raters in the window: their figures, worked out in the background, and the consensus that settles.
class RaterActions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Editor& editor;
        VideoOpener& videos;
        Review& review;
        Tasks& tasks;
    };
    RaterActions(const Parts& parts, const Actions& actions, QWidget* window);

private:
    void show();
    void showState();
    void work();
    void settle();

    Parts m_parts;
    Task m_comparing;
    QWidget* m_window;
    QPointer<RatersDialog> m_dialog;
    TeamFigures m_team;
    std::string m_tier; ///< that a person chose; empty: the first that somebody judged
    std::string m_label; ///< that a person chose
    QTimer m_later; ///< figures follow when nothing was answered for a moment
};

}
