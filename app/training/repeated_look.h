#pragma once

#include "app/tasks/task.h"

#include <QTimer>

#include <functional>
#include <utility>

namespace app {

/// Looks at something on a disk again and again, one look at a time, on a thread of its own.
/// @tparam Seen  what one look finds
template <typename Seen>
class RepeatedLook {
public:
    using Work = std::function<Seen()>;

    /// @param pause   milliseconds between two looks
    /// @param begin   makes the work of one look, for the other thread; empty: there is nothing to look at
    /// @param take    takes what it found; not called where a look failed: the next one tells
    /// @param goesOn  whether another look is wanted after the pause
    RepeatedLook(int pause, std::function<Work()> begin, std::function<void(Seen)> take,
                 std::function<bool()> goesOn)
        : m_begin(std::move(begin))
        , m_take(std::move(take))
        , m_goesOn(std::move(goesOn))
    {
        m_timer.setInterval(pause);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    }

    /// At once, or when the look that goes on is over.
    void look()
    {
        m_isWaiting = m_task.isRunning();
        if (m_isWaiting)
            return;
        if (const Work work = m_begin())
            m_task.start(
                {}, [work](const TaskRun&) { return work(); },
                [this](Outcome<Seen> outcome) { end(std::move(outcome)); });
    }

private:
    void end(Outcome<Seen> outcome)
    {
        if (auto* seen = std::get_if<Seen>(&outcome)) // else a file went away meanwhile
            m_take(std::move(*seen));
        if (m_isWaiting)
            look();
        if (m_goesOn())
            m_timer.start();
        else
            m_timer.stop();
    }

    std::function<Work()> m_begin;
    std::function<void(Seen)> m_take;
    std::function<bool()> m_goesOn;
    Task m_task;
    QTimer m_timer;
    bool m_isWaiting = false; ///< another look is wanted when this one is over
};

}
