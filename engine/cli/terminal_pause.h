#pragma once

#include <chrono>

namespace engine::cli {

/// Lets a line of progress through some ten times a second, which no terminal and no log of one suffers from.
class TerminalPause {
public:
    bool isOver()
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < std::chrono::milliseconds(100))
            return false;
        m_last = now;
        return true;
    }

private:
    std::chrono::steady_clock::time_point m_last; ///< the first time at once
};

}
