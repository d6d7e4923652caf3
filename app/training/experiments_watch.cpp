#include "app/training/experiments_watch.h"

#include "app/jobs/run_job.h"

#include <utility>

namespace app {

namespace {

constexpr int kExperimentsLookMs = 700; // between two looks

}

ExperimentsWatch::ExperimentsWatch(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(kExperimentsLookMs);
    connect(&m_timer, &QTimer::timeout, this, &ExperimentsWatch::look);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ExperimentsWatch::take);
}

ExperimentsWatch::~ExperimentsWatch()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void ExperimentsWatch::setFolder(const QString& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_seen.clear();
    emit changed();
    look();
}

void ExperimentsWatch::setWatching(bool watches)
{
    m_watches = watches;
    if (watches)
        look();
}

void ExperimentsWatch::look()
{
    if (m_folder.isEmpty())
        return;
    if (m_watcher.isRunning()) {
        m_isWaiting = true;
        return;
    }
    m_isWaiting = false;
    m_looked = m_folder;
    m_watcher.setFuture(
        runJob(m_pool, [folder = m_folder.toStdString(), known = m_seen](const engine::RunContext&) {
            return readExperiments(folder, known);
        }));
}

void ExperimentsWatch::take()
{
    QFuture<std::vector<ExperimentState>> future = m_watcher.future();
    std::vector<ExperimentState> seen = m_seen;
    try {
        future.waitForFinished();
        if (!future.isCanceled() && future.isResultReadyAt(0) && m_looked == m_folder)
            seen = future.result();
    } catch (const std::exception&) { // a file that went away meanwhile: the next look tells
    }
    if (std::exchange(m_seen, seen) != m_seen)
        emit changed();
    if (m_isWaiting)
        look();
    if (m_watches)
        m_timer.start();
    else
        m_timer.stop();
}

}
