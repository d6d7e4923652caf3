#pragma once

#include "app/training/experiment_runs.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace app {

/// Looks at the experiments of a folder again and again, on a thread of its own, for as long as somebody
/// wants to know.
class ExperimentsWatch : public QObject {
    Q_OBJECT
public:
    explicit ExperimentsWatch(QObject* parent = nullptr);
    ~ExperimentsWatch() override;

    void setFolder(const QString& folder);
    const QString& folder() const { return m_folder; }
    void setWatching(bool watches);
    void look(); ///< at once
    const std::vector<ExperimentState>& experiments() const { return m_seen; }

signals:
    void changed();

private:
    void take();

    QThreadPool m_pool;
    QFutureWatcher<std::vector<ExperimentState>> m_watcher;
    QTimer m_timer;
    QString m_folder;
    QString m_looked; ///< the folder that is being looked at
    bool m_watches = false;
    bool m_isWaiting = false; ///< another look is wanted when this one is over
    std::vector<ExperimentState> m_seen;
};

}
