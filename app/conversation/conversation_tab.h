#pragma once

#include "app/conversation/conversation_in_sight.h"
#include "app/conversation/conversation_measures.h"
#include "app/tasks/task.h"

#include <QObject>

namespace widgets {
class ConversationPanel;
}

namespace app {

class Document;
class Tasks;
class VideoOpener;

/// Fills the Conversation tab: figures of turns at once, those of pairs in the background while the tab is
/// seen. While a pass hides anything the tab is empty.
class ConversationTab : public QObject {
    Q_OBJECT
public:
    ConversationTab(Document& document, VideoOpener& videos, Tasks& tasks, ConversationInSight& conversation,
                    widgets::ConversationPanel& panel);

    bool isComputing() const { return m_task.isRunning(); }

signals:
    void timeChosen(double seconds); ///< of the window

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show();
    void measure();
    void askForPicture();

    Document& m_document;
    VideoOpener& m_videos;
    Tasks& m_tasks;
    ConversationInSight& m_conversation;
    widgets::ConversationPanel& m_panel;
    Task m_task;
    std::shared_ptr<const ConversationData> m_measuredData; ///< that `m_measures` belong to
    ConversationMeasures m_measures;
};

}
