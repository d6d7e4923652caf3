#pragma once

#include "app/training/run_folders.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <vector>

namespace app {

/// Looks at a folder of trainings again and again, on a thread of its own, for as long as somebody wants to
/// know or a training that began here goes on.
class RunsWatch : public QObject {
    Q_OBJECT
public:
    explicit RunsWatch(QObject* parent = nullptr);
    ~RunsWatch() override;

    void setFolder(const QString& folder);
    QString folder() const { return m_folder; }
    void setWatching(bool watches);
    const std::vector<RunFolderState>& runs() const { return m_seen.runs; }
    void follow(const QString& folder); ///< a run that began here, wherever it lies
    /// Those of the followed that are running, as far as the last look tells.
    std::vector<RunFolderState> running() const;

signals:
    void changed();

private:
    struct Looked {
        std::vector<RunFolderState> runs; ///< of the folder
        std::vector<RunFolderState> followed;
    };
    void look();
    void take();

    QThreadPool m_pool;
    QFutureWatcher<Looked> m_watcher;
    QTimer m_timer;
    QString m_folder;
    QString m_looked; ///< the folder that is being looked at
    bool m_watches = false;
    bool m_isWaiting = false; ///< another look is wanted when this one is over
    QStringList m_followed; ///< folders of runs
    Looked m_seen;
};

}
