#pragma once

#include "engine/datasets/fetch_plan.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace app {

class Jobs;

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

/// Fetches the files of a dataset into a folder, as a job, and lists them there. What was cut off or stopped
/// goes on the next time.
class DatasetFetch : public QObject {
    Q_OBJECT
public:
    DatasetFetch(Jobs& jobs, QObject* parent);
    ~DatasetFetch() override; ///< stops it

    struct Wish {
        engine::DatasetList list;
        std::vector<engine::FetchItem> items;
        std::string base; ///< address, for files without one of their own
        std::filesystem::path folder;
        engine::DownloadOptions options = {};
    };
    void start(Wish wish);
    void stop();
    bool isRunning() const { return m_look.isActive(); }

signals:
    /// Comes some times a second, and at the end with `isOver`.
    void changed(const app::FetchState& state);

private:
    struct Shared;
    void look();

    Jobs& m_jobs;
    std::shared_ptr<Shared> m_shared; ///< shared with the job
    QTimer m_look;
};

}
