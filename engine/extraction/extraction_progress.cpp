#include "engine/extraction/extraction_progress.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kTelling = 1.5; // seconds of work that tell how fast the machine is
constexpr double kTellingStep = 0.7; // likewise of one kind of step

}

std::size_t ExtractionProgress::add(const std::vector<std::pair<ExtractionStep, double>>& steps)
{
    auto& unit = m_units.emplace_back();
    for (const auto& [step, expected] : steps) {
        unit[step].expected = expected;
        m_kinds[step].open += expected;
        m_expected += expected;
    }
    return m_units.size() - 1;
}

void ExtractionProgress::reach(std::size_t unit, ExtractionStep step, double fraction, double seconds)
{
    Step& one = m_units[unit].at(step);
    Kind& kind = m_kinds[step];
    const double more = std::max(0.0, fraction - one.fraction) * one.expected;
    kind.open -= more;
    kind.done += more;
    kind.spent += seconds - one.seconds;
    m_done += more;
    one.fraction = std::max(one.fraction, fraction);
    one.seconds = seconds;
    m_running.insert(unit);
}

void ExtractionProgress::end(std::size_t unit, ExtractionStep step, double seconds, bool isMade)
{
    Step& one = m_units[unit].at(step);
    Kind& kind = m_kinds[step];
    if (!isMade) {
        kind.done -= one.fraction * one.expected;
        kind.spent -= one.seconds;
        kind.open -= (1.0 - one.fraction) * one.expected;
        m_done += (1.0 - one.fraction) * one.expected;
        one.fraction = 1.0;
    } else {
        reach(unit, step, 1.0, seconds);
    }
    const bool isOver
        = std::ranges::all_of(m_units[unit], [](const auto& each) { return each.second.fraction >= 1.0; });
    if (isOver)
        m_running.erase(unit);
    else
        m_running.insert(unit);
}

double ExtractionProgress::overall() const
{
    return m_expected > 0.0 ? std::clamp(m_done / m_expected, 0.0, 1.0) : 1.0;
}

/// Seconds for each one that was expected: of this kind of step, else of all.
double ExtractionProgress::paceOf(ExtractionStep step) const
{
    const Kind& kind = m_kinds.at(step);
    if (kind.spent >= kTellingStep && kind.done > 0.0)
        return kind.spent / kind.done;
    double done = 0.0;
    double spent = 0.0;
    for (const auto& [each, sums] : m_kinds) {
        done += sums.done;
        spent += sums.spent;
    }
    return done > 0.0 ? spent / done : 1.0;
}

/// Threads share the work, and no unit is over before its own steps are.
std::optional<double> ExtractionProgress::left() const
{
    double spent = 0.0;
    double open = 0.0;
    for (const auto& [step, sums] : m_kinds) {
        spent += sums.spent;
        open += std::max(0.0, sums.open) * paceOf(step);
    }
    if (spent < kTelling)
        return std::nullopt;
    double longest = 0.0;
    for (const std::size_t unit : m_running) {
        double rest = 0.0;
        for (const auto& [step, one] : m_units[unit])
            rest += one.expected * (1.0 - one.fraction) * paceOf(step);
        longest = std::max(longest, rest);
    }
    return std::max(longest, open / std::max(1U, m_threads));
}

}
