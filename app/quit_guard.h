#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace app {

/// Ends the program although threads of it still wait for a disk that does not answer. Everything that was
/// edited is on the disk by then, or was given up by the person who closed the window.
class QuitGuard {
public:
    QuitGuard() = default;
    QuitGuard(const QuitGuard&) = delete;
    QuitGuard& operator=(const QuitGuard&) = delete;
    ~QuitGuard(); ///< the program came down by itself

    /// Runs the program until its window is closed. What remains to be done then may take so long, and no
    /// longer. @return its status
    int exec(std::chrono::milliseconds patience);

private:
    void begin(std::chrono::milliseconds patience, int status);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::jthread m_thread;
};

}
