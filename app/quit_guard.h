#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace app {

/// Ends the program even when some of its threads still wait for a disk that does not answer. By then every
/// edit is on the disk, or the person who closed the window gave it up.
class QuitGuard {
public:
    QuitGuard() = default;
    QuitGuard(const QuitGuard&) = delete;
    QuitGuard& operator=(const QuitGuard&) = delete;
    ~QuitGuard(); ///< reached when the program ended by itself

    /// Runs the program until its window is closed.
    /// @param patience  how long the work that remains then may take
    /// @return the program's exit status
    int exec(std::chrono::milliseconds patience);

private:
    void begin(std::chrono::milliseconds patience, int status);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::jthread m_thread;
};

}
