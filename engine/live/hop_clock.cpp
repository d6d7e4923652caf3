#include "engine/live/hop_clock.h"

#include <cmath>

namespace engine {

namespace {

constexpr double kDueTolerance = 1e-9;

}

Interval HopClock::next() const
{
    const double start = static_cast<double>(m_next) * m_hop;
    return {start, start + m_window};
}

std::size_t HopClock::dueBy(double now) const
{
    return now + kDueTolerance < m_window
        ? 0
        : static_cast<std::size_t>(std::floor((now - m_window) / m_hop + kDueTolerance)) + 1;
}

std::optional<Interval> HopClock::take(double now)
{
    const std::size_t due = dueBy(now);
    if (due <= m_next)
        return std::nullopt;
    m_skipped += due - m_next - 1;
    m_next = due - 1;
    const Interval span = next();
    m_next = due;
    return span;
}

void HopClock::pass(double now)
{
    if (const std::size_t due = dueBy(now); due > m_next) {
        m_skipped += due - m_next;
        m_next = due;
    }
}

}
