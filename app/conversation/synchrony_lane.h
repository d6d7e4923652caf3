#pragma once

#include "app/conversation/conversation_in_sight.h"
#include "app/tasks/task.h"
#include "widgets/tracks/synchrony_track.h"

#include <QObject>

namespace widgets {
class TimelineView;
}

namespace app {

class Document;

/// The timeline's track of how two people of the conversation go together in a signal. It is computed in the
/// background while the track is shown: first the map, then chance. Nothing of it is shown while a pass hides
/// anything.
class SynchronyLane : public QObject {
    Q_OBJECT
public:
    SynchronyLane(widgets::TimelineView& view, Document& document, VideoOpener& videos, Tasks& tasks,
                  ConversationInSight& conversation, QObject* parent);

    widgets::SynchronyTrack* track() const { return m_track; } ///< null: no conversation is in sight
    void setShown(bool shown);
    bool isShown() const { return m_isShown; }
    /// @param signal  `visual:smile`
    void setSignal(const QString& signal);
    void setPair(std::size_t first, std::size_t second);
    bool isComputing() const { return m_task.isRunning(); }

signals:
    /// A moment was chosen. @param span  of the window
    void spanChosen(engine::Interval span);

private:
    struct Pair {
        std::size_t first = 0;
        std::size_t second = 1;
    };
    void show();
    void compute();
    void showSight();
    Pair pair(const ConversationData& data) const;
    QString signal(const ConversationData& data) const;

    widgets::TimelineView& m_view;
    Document& m_document;
    VideoOpener& m_videos;
    ConversationInSight& m_conversation;
    Task m_task;
    widgets::SynchronyTrack* m_track = nullptr;
    std::shared_ptr<const ConversationData> m_shown; ///< the conversation of the signals in the track
    QString m_signal; ///< that a person chose; empty: none
    std::optional<Pair> m_pair; ///< that a person chose
    engine::SynchronyOptions m_options;
    bool m_isShown = true;
};

}
