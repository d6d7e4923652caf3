#include "app/jobs/jobs.h"

#include <algorithm>

namespace app {

Jobs::Jobs(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(3); // the video, its sound and the library side by side, and all that only waits
}

Jobs::~Jobs()
{
    cancelAll();
    m_pool.waitForDone();
}

std::vector<Jobs::Running> Jobs::running() const
{
    std::vector<Running> result;
    for (const Job& job : m_jobs)
        result.push_back({job.id, job.title, job.watcher->progressValue() / 1000.0});
    return result;
}

void Jobs::cancelAll()
{
    for (const Job& job : m_jobs)
        job.cancel();
}

void Jobs::cancel(quint64 id)
{
    const auto job = std::ranges::find(m_jobs, id, &Job::id);
    if (job != m_jobs.end())
        job->cancel();
}

void Jobs::cancel(const QString& title)
{
    for (const Job& job : m_jobs) {
        if (job.title == title)
            job.cancel();
    }
}

void Jobs::remove(QFutureWatcherBase* watcher)
{
    std::erase_if(m_jobs, [&](const Job& job) { return job.watcher == watcher; });
    watcher->deleteLater();
    emit changed();
}

std::optional<double> Jobs::progressOf(const QString& title) const
{
    const std::vector<Running> all = running();
    const auto job = std::ranges::find(all, title, &Running::title);
    return job == all.end() ? std::nullopt : std::optional(job->progress);
}

std::function<void(const std::string&)> Jobs::noteOf(const QString& title)
{
    return [this, title](const std::string& text) { // the pool ends before this does
        QMetaObject::invokeMethod(
            this, [this, title, text] { emit noted(title, QString::fromStdString(text)); },
            Qt::QueuedConnection);
    };
}

}
