#include "engine/media/sound_levels.h"

#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <limits>

namespace engine {

std::optional<double> SoundLevels::speechThreshold() const
{
    constexpr double leastRange = 6.0, leastRise = 4.0, shareOfRange = 1.0 / 3.0, mostBelowLoud = 30.0;
    if (m_levels.empty())
        return std::nullopt;
    const double quiet = lowerQuantile(m_levels, 0.1);
    const double loud = lowerQuantile(m_levels, 0.95);
    if (loud - quiet < leastRange)
        return std::nullopt;
    return std::max(quiet + std::max(leastRise, (loud - quiet) * shareOfRange), loud - mostBelowLoud);
}

std::vector<bool> SoundLevels::loudPieces() const
{
    constexpr double belowSpeech = 22.0;
    if (m_levels.empty())
        return {};
    const double speech = atRank(m_levels, m_levels.size() * 9 / 10);
    std::vector<bool> loud;
    for (const double level : m_levels)
        loud.push_back(level > speech - belowSpeech);
    return loud;
}

std::optional<std::size_t> SoundLevels::quietestRun(std::size_t count) const
{
    if (m_levels.size() <= count)
        return std::nullopt;
    double sum = 0.0;
    double least = std::numeric_limits<double>::infinity();
    std::size_t best = 0;
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        sum += m_levels[i] - (i >= count ? m_levels[i - count] : 0.0);
        if (i + 1 >= count && sum < least) {
            least = sum;
            best = i + 1 - count;
        }
    }
    return best;
}

std::optional<std::size_t> SoundLevels::quietRunNearMiddle(std::size_t count) const
{
    constexpr double quietShare = 0.25, farthest = 0.4;
    if (m_levels.empty())
        return std::nullopt;
    const double loudest
        = atRank(m_levels, static_cast<std::size_t>(quietShare * static_cast<double>(m_levels.size())));
    const std::size_t middle = m_levels.size() / 2;
    const auto distance = [&](std::size_t piece) { return piece > middle ? piece - middle : middle - piece; };
    std::optional<std::size_t> found;
    std::size_t quiet = 0; // pieces in a row
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        quiet = m_levels[i] <= loudest ? quiet + 1 : 0;
        if (quiet >= count && (!found || distance(i - count / 2) < distance(*found)))
            found = i - count / 2;
    }
    return found && distance(*found) < static_cast<std::size_t>(farthest * static_cast<double>(middle))
        ? found
        : std::nullopt;
}

}
