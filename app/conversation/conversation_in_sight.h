#pragma once

#include "app/conversation/conversation_data.h"
#include "app/tasks/task.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace app {

class Document;
class Tasks;
class VideoOpener;

/// The conversation that the video in sight belongs to, read in the background: who speaks when, and what
/// there is of the other participants. A video that belongs to none has none.
class ConversationInSight : public QObject {
    Q_OBJECT
public:
    ConversationInSight(Document& document, VideoOpener& videos, Tasks& tasks, QObject* parent);

    /// Null: the video in sight belongs to no conversation, or the conversation is being read for the first
    /// time.
    const std::shared_ptr<const ConversationData>& data() const { return m_data; }
    bool isReading() const { return m_task.isRunning() || m_again.isActive(); }
    /// The conversation of the dataset with what the project changed; absent: the video belongs to none.
    std::optional<engine::Conversation> conversation() const;
    /// Conversations of the open dataset, with what the project changed.
    std::vector<engine::Conversation> all() const;

    /// Opens a participant at the same moment of the conversation. @param windowSeconds  of the one in sight
    void showParticipant(std::size_t person, double windowSeconds);

signals:
    void changed();

private:
    void read();
    void forget();
    ProjectSpeech projectSpeech(const engine::Conversation& conversation) const;

    Document& m_document;
    VideoOpener& m_videos;
    Task m_task;
    QTimer m_again; ///< edits come in bursts
    QString m_video; ///< that `m_data` belongs to
    std::set<std::string> m_changed; ///< entries whose words or labels changed since
    std::shared_ptr<const ConversationData> m_data;
    std::shared_ptr<const FiledTurns> m_filed; ///< of the conversation that was read last
    std::shared_ptr<const OpenDataset> m_filedDataset; ///< that `m_filed` is of
};

}
