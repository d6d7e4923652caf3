#include "app/training/runs_watch.h"

#include "app/jobs/run_job.h"

#include <algorithm>

namespace app {

namespace {

constexpr int kRunsLookMs = 500; // between two looks

}

RunsWatch::RunsWatch(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(kRunsLookMs);
    connect(&m_timer, &QTimer::timeout, this, &RunsWatch::look);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &RunsWatch::take);
}

RunsWatch::~RunsWatch()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void RunsWatch::setFolder(const QString& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_seen.runs.clear();
    emit changed();
    look();
}

void RunsWatch::setWatching(bool watches)
{
    m_watches = watches;
    if (watches)
        look();
}

void RunsWatch::follow(const QString& folder)
{
    if (!m_followed.contains(folder))
        m_followed << folder;
    look();
}

std::vector<RunFolderState> RunsWatch::running() const
{
    std::vector<RunFolderState> running;
    std::ranges::copy_if(m_seen.followed, std::back_inserter(running), [](const RunFolderState& run) {
        return run.state == RunFolderState::State::Running;
    });
    return running;
}

void RunsWatch::look()
{
    if (m_folder.isEmpty())
        return;
    if (m_watcher.isRunning()) {
        m_isWaiting = true;
        return;
    }
    m_isWaiting = false;
    m_looked = m_folder;
    const auto work = [folder = m_folder.toStdString(), followed = m_followed](const engine::RunContext&) {
        Looked seen{readRuns(folder), {}};
        for (const QString& run : followed)
            seen.followed.push_back(readRunFolder(run.toStdString()));
        return seen;
    };
    m_watcher.setFuture(runJob(m_pool, work));
}

void RunsWatch::take()
{
    QFuture<Looked> future = m_watcher.future();
    Looked seen = m_seen;
    try {
        future.waitForFinished();
        if (!future.isCanceled() && future.isResultReadyAt(0))
            seen = future.result();
    } catch (const std::exception&) { // a file that went away meanwhile: the next look tells
    }
    if (m_looked != m_folder)
        seen.runs = m_seen.runs;
    const bool isOther = seen.runs != m_seen.runs;
    m_seen = std::move(seen);
    if (isOther)
        emit changed();
    if (m_isWaiting)
        look();
    if (m_watches || !running().empty())
        m_timer.start();
    else
        m_timer.stop();
}

}
