#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <optional>

namespace engine {

/// When a session is to be asked about: every `hop` seconds about the last `window`. A question that comes
/// due while another is answered is left out, never queued.
class HopClock {
public:
    HopClock(double window, double hop) : m_window(window), m_hop(hop) { }

    double window() const { return m_window; }
    double hop() const { return m_hop; }
    /// The span that comes due next.
    Interval next() const;

    /// The span to ask about now: the one that came due last. Those that came due before it count as left
    /// out.
    /// @param now  seconds of the session. @return nothing as long as none is due
    std::optional<Interval> take(double now);
    /// Leaves out what has come due by now.
    void pass(double now);

    std::size_t due() const { return m_next; } ///< spans that have come due
    std::size_t skipped() const { return m_skipped; }

private:
    std::size_t dueBy(double now) const;

    double m_window;
    double m_hop;
    std::size_t m_next = 0;
    std::size_t m_skipped = 0;
};

}
