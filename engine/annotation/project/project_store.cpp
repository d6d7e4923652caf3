#include "engine/annotation/project/project_store.h"

namespace engine {

namespace {

constexpr std::chrono::milliseconds kLogPause{300}; // without a change; then people may copy the file

}

ProjectStore::ProjectStore(ProjectFile file, std::function<void(const State&)> tell,
                           std::chrono::milliseconds again)
    : m_file(std::move(file))
    , m_tell(std::move(tell))
    , m_again(again)
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

ProjectStore::~ProjectStore()
{
    m_thread.request_stop();
    m_thread.join();
}

std::uint64_t ProjectStore::write(Change change, std::optional<HistoryChange> history)
{
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back({++m_state.given, std::move(change), std::move(history), {}});
    m_changed.notify_all();
    return m_state.given;
}

void ProjectStore::run(std::function<void(ProjectFile&)> task)
{
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back({0, {}, {}, std::move(task)});
    m_changed.notify_all();
}

ProjectStore::State ProjectStore::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

bool ProjectStore::flush(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, limit,
                              [&] { return m_jobs.empty() && m_state.durable == m_state.given; });
}

void ProjectStore::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto hasWork = [&] { return !m_jobs.empty(); };
        if (m_isInLog && !m_changed.wait_for(lock, stop, kLogPause, hasWork)) {
            m_isInLog = false;
            lock.unlock();
            m_file.takeLogIn();
            lock.lock();
        }
        m_changed.wait(lock, stop, hasWork);
        if (m_jobs.empty())
            return; // stopped, with nothing left to do
        if (m_jobs.front().task) {
            const auto task = m_jobs.front().task;
            lock.unlock();
            std::string failure;
            try {
                task(m_file);
            } catch (const std::exception& error) {
                failure = error.what();
            }
            lock.lock();
            m_jobs.pop_front();
            if (failure.empty()) {
                m_changed.notify_all();
                continue;
            }
            m_state.taskFailure = failure;
            announce(lock);
            continue;
        }
        joinWaiting();
        writeFront(lock, stop);
        if (stop.stop_requested() && !m_state.failure.empty())
            return; // the disk does not take it, and nobody waits any more
    }
}

/// The changes at the front become one.
void ProjectStore::joinWaiting()
{
    while (m_jobs.size() > 1 && !m_jobs[1].task) {
        m_jobs[1].change = m_jobs[0].change.followedBy(m_jobs[1].change);
        if (m_jobs[0].history && m_jobs[1].history)
            m_jobs[1].history = m_jobs[0].history->followedBy(std::move(*m_jobs[1].history));
        else if (m_jobs[0].history)
            m_jobs[1].history = std::move(m_jobs[0].history);
        m_jobs.pop_front();
    }
}

void ProjectStore::writeFront(std::unique_lock<std::mutex>& lock, const std::stop_token& stop)
{
    const Job job = m_jobs.front();
    lock.unlock();
    std::string failure;
    try {
        m_file.write(job.change, job.history);
    } catch (const std::exception& error) { // also no memory: it is tried again
        failure = error.what();
    }
    lock.lock();
    const bool isNews = failure.empty() || failure != m_state.failure;
    m_state.failure = failure;
    if (failure.empty()) {
        m_state.durable = job.number;
        m_isInLog = true;
        m_jobs.pop_front();
    }
    if (isNews)
        announce(lock);
    if (!failure.empty()) {
        const std::size_t waiting = m_jobs.size();
        m_changed.wait_for(lock, stop, m_again, [&] { return m_jobs.size() < waiting; });
    }
}

void ProjectStore::announce(std::unique_lock<std::mutex>& lock)
{
    const State state = m_state;
    m_changed.notify_all();
    lock.unlock();
    if (m_tell)
        m_tell(state);
    lock.lock();
}

}
