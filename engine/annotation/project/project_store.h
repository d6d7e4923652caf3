#pragma once

#include "engine/annotation/project/project_file.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace engine {

/// Writes a project's changes on a thread of its own, in order, so that the window never waits for the disk.
///
/// Where a log lies beside the file, it is taken in a moment after the last change.
///
/// A change that cannot be written is kept and tried again, and so are the changes behind it. When several
/// changes wait, they are written as one.
class ProjectStore {
public:
    struct State {
        std::uint64_t given = 0; ///< number of the last change that was handed over
        std::uint64_t durable = 0; ///< number of the last change that is on disk
        std::string failure; ///< why the next change could not be written; empty when none failed
        std::string taskFailure; ///< the message of the last task that threw; empty: none threw
        friend bool operator==(const State&, const State&) = default;
    };

    /// @param tell   called on the store's thread whenever the state changes
    /// @param again  how long to wait before a failed write is tried again
    ProjectStore(ProjectFile file, std::function<void(const State&)> tell,
                 std::chrono::milliseconds again = std::chrono::seconds(1));
    ProjectStore(const ProjectStore&) = delete;
    ProjectStore& operator=(const ProjectStore&) = delete;
    /// Writes the changes that still wait; gives up when the disk does not take them.
    ~ProjectStore();

    /// Hands a change over. @return its number: 1, 2, ….
    /// @param history  what the steps that can be undone have become by it
    std::uint64_t write(Change change, std::optional<HistoryChange> history = {});

    /// Runs a task with the file on the store's thread, after everything that was handed over before. When it
    /// throws, only the message is kept, as the state's `taskFailure`. A task whose caller waits for its
    /// error must catch the error itself.
    void run(std::function<void(ProjectFile&)> task);

    State state() const;
    /// Waits until everything that was handed over is on disk, or the time is over. @return whether
    /// everything is on disk.
    bool flush(std::chrono::milliseconds limit);

private:
    struct Job {
        std::uint64_t number = 0; ///< of a change
        Change change;
        std::optional<HistoryChange> history;
        std::function<void(ProjectFile&)> task; ///< instead of a change
    };

    void work(const std::stop_token& stop);
    void writeFront(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
    void joinWaiting();
    void announce(std::unique_lock<std::mutex>& lock);

    ProjectFile m_file;
    std::function<void(const State&)> m_tell;
    std::chrono::milliseconds m_again;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Job> m_jobs;
    State m_state;
    bool m_isInLog = false; ///< of the thread alone: what was written may lie beside the file still
    std::jthread m_thread; ///< the last member, since it uses all others
};

}
