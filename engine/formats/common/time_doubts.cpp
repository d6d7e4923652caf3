#include "engine/formats/common/time_doubts.h"

#include "engine/formats/input/number_text.h"

#include <fmt/format.h>

namespace engine {

namespace {

constexpr double kLong = 60.0; // seconds: words and utterances are shorter

}

void TimeDoubts::column(const std::string& name, bool saysUnit)
{
    (saysUnit ? m_withUnit : m_withoutUnit) = name;
}

void TimeDoubts::time(std::string_view text, bool isClock)
{
    if (isClock) {
        ++m_clocks;
        return;
    }
    ++m_numbers;
    m_areWhole = m_areWhole && trimmed(text).find_first_not_of("0123456789") == std::string_view::npos;
}

void TimeDoubts::length(double seconds)
{
    ++m_segments;
    m_long += seconds > kLong ? 1 : 0;
}

std::vector<std::string> TimeDoubts::sentences() const
{
    std::vector<std::string> sentences;
    if (!m_withUnit.empty() && m_numbers > 0)
        sentences.push_back(
            fmt::format("The column '{}' says its unit, '{}' does not; what stands there was read as "
                        "seconds.",
                        m_withUnit, m_withoutUnit));
    if (m_clocks > 0 && m_numbers > 0)
        sentences.push_back(fmt::format(
            "{} times are clocks (mm:ss), {} are numbers, which were read as seconds.", m_clocks, m_numbers));
    if (m_numbers > 0 && m_withUnit.empty() && m_areWhole && 2 * m_long > m_segments)
        sentences.push_back(
            fmt::format("The times are whole numbers without a unit and were read as seconds, so that {} "
                        "of {} segments are longer than a minute; if they are milliseconds, call the "
                        "columns start_ms and end_ms.",
                        m_long, m_segments));
    return sentences;
}

}
