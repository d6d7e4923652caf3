#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// Collects reasons to doubt that the times of a table that names no unit are seconds.
class TimeDoubts {
public:
    /// Adds a column of times. @param saysUnit  whether its name tells the unit
    void column(const std::string& name, bool saysUnit);
    /// Adds a time without a unit that was read as seconds. @param isClock  whether it is `mm:ss`, which
    /// tells its unit
    void time(std::string_view text, bool isClock);
    /// Adds the length of a segment between such times, in seconds.
    void length(double seconds);

    /// The doubts in words for people; empty when there are none.
    std::vector<std::string> sentences() const;

private:
    std::string m_withUnit; ///< names of columns
    std::string m_withoutUnit;
    std::size_t m_clocks = 0;
    std::size_t m_numbers = 0;
    bool m_areWhole = true;
    std::size_t m_segments = 0;
    std::size_t m_long = 0;
};

}
