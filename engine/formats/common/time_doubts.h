#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// Reasons to doubt that the times of a table, which names no unit, are seconds.
class TimeDoubts {
public:
    /// A column of times: its name, and whether that says the unit.
    void column(const std::string& name, bool saysUnit);
    /// A time without a unit that was read as seconds. @param isClock  `mm:ss`, which says its unit
    void time(std::string_view text, bool isClock);
    /// Of a segment between such times, in seconds.
    void length(double seconds);

    /// For people; empty when all is as it should be.
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
