#pragma once

#include "app/document/document.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"

#include <QObject>

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// Gives the document the words or labels of videos that were not opened yet, so that an edit can reach them.
/// Videos that the edit does not touch stay in their files.
class TierReader : public QObject {
    Q_OBJECT
public:
    TierReader(Document& document, VideoOpener& videos, Tasks& tasks, QObject* parent = nullptr);

    /// All videos of the open dataset.
    std::set<std::string> allVideos() const;

    /// Reads the missing tiers in the background, then calls `then` on the GUI thread, unless another dataset
    /// was opened.
    /// @param title     of the task
    /// @param tiers     `kWordsTier`, `kLabelsTier` or both; no other tiers lie in files
    /// @param videos    videos that the dataset does not have are skipped
    /// @param receiver  when it is destroyed, `then` is not called
    void read(const QString& title, const std::set<TierName>& tiers, const std::set<std::string>& videos,
              QObject* receiver, const std::function<void()>& then);
    /// The same by a task of who asks, which tells whether it goes on.
    void read(Task& task, const QString& title, const std::set<TierName>& tiers,
              const std::set<std::string>& videos, const std::function<void()>& then);

private:
    using Missing = std::set<std::pair<std::string, TierName>>; // video, tier
    Missing missing(const std::set<TierName>& tiers, const std::set<std::string>& videos) const;
    using Read = std::vector<std::pair<VideoData, TierName>>;
    /// @param start  gets the work, and what takes its end
    template <typename Start>
    void readBy(Start start, const QString& title, const Missing& wanted, const std::function<void()>& then);
    void take(const Read& read);

    Document& m_document;
    VideoOpener& m_videos;
    Tasks& m_tasks;
};

}
