#pragma once

#include "app/tasks/task.h"
#include "engine/datasets/fetch_plan.h"

#include <QObject>
#include <QString>

namespace app {

/// What is known of a fetch while it goes on and after it ended.
struct FetchState {
    struct File {
        std::uintmax_t done = 0; ///< bytes
        std::optional<std::uintmax_t> total;
        QString notice; ///< what happens to it: cut, waiting, started anew
        std::optional<engine::DownloadResult> result; ///< absent: the file has not come yet
    };
    std::vector<File> files; ///< in the order of the items
    bool isOver = false;
    QString list; ///< `dataset.json`, when everything is there
    QString problem; ///< why the fetch as a whole failed
    bool wasStopped = false;
};

/// Fetches the files of a dataset into a folder, as a task, and lists them there. What was cut off or stopped
/// goes on the next time. Deleting this stops it.
class DatasetFetch : public QObject {
    Q_OBJECT
public:
    DatasetFetch(Tasks& tasks, QObject* parent);

    struct Wish {
        engine::DatasetList list;
        std::vector<engine::FetchItem> items;
        std::string base; ///< address, for files without one of their own
        std::filesystem::path folder;
        engine::DownloadOptions options = {};
    };
    void start(Wish wish);
    void stop() { m_task.stop(); }
    bool isRunning() const { return m_task.isRunning(); }

signals:
    /// Comes some times a second, with each percent of a file, and at the end with `isOver`.
    void changed(const app::FetchState& state);

private:
    Task m_task;
    FetchState m_state; ///< as it was told last
};

}
