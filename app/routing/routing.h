#pragma once

#include "app/routing/open_dialog.h"
#include "app/tasks/task.h"

#include <QPointer>
#include <QTimer>

namespace app {

class Actions;
class Document;
class Review;
class Tasks;
class VideoOpener;

/// Review → Agreement → What is still open…: which segments have answers enough, worked out in the background
/// while the dialog is open; and passes that ask next where an answer tells most.
class Routing : public QObject {
    Q_OBJECT
public:
    Routing(Document& document, VideoOpener& videos, Review& review, Tasks& tasks, const Actions& actions,
            QWidget* window);

private:
    void show();
    void showState();
    void work();
    void ask(const OpenRatings& open, bool isOn);
    void keepVerdict(const OpenRatings& open, std::size_t unit, engine::GuidelineVerdict verdict);
    void orderPass();
    void sayWhy(const engine::ReviewPass::Place& place);

    Document& m_document;
    VideoOpener& m_videos;
    Review& m_review;
    Task m_fitting;
    QWidget* m_window;
    QPointer<OpenDialog> m_dialog;
    QTimer m_later; ///< figures follow when nothing was answered for a moment
};

}
