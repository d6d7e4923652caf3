#include "engine/live/mel_ticker.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {

namespace {

constexpr double kWindowSeconds = 0.025;
constexpr double kLowestHertz = 60.0, kHighestHertz = 7600.0;
constexpr float kSoftest = -90.0F, kLoudest = -10.0F; ///< dB

std::uint8_t melLevel(float power)
{
    const float part = (decibels(power) - kSoftest) / (kLoudest - kSoftest);
    return static_cast<std::uint8_t>(std::lround(255.0F * std::clamp(part, 0.0F, 1.0F)));
}

}

MelTicker::MelTicker(int sampleRate)
    : m_sampleRate(sampleRate)
    , m_hop(static_cast<std::size_t>(std::lround(kSeconds * sampleRate)))
    , m_analyser(static_cast<std::size_t>(std::lround(kWindowSeconds * sampleRate)))
    , m_bands(kBands, kLowestHertz, kHighestHertz, m_analyser.transformSamples() / 2 + 1, sampleRate)
{
}

MelTicker::Columns MelTicker::add(double start, std::span<const float> samples)
{
    const std::int64_t first = std::llround(start * m_sampleRate);
    if (first != m_first + static_cast<std::int64_t>(m_pending.size())) {
        m_pending.clear();
        m_first = first;
    }
    m_pending.insert(m_pending.end(), samples.begin(), samples.end());
    Columns columns;
    columns.start = static_cast<double>(m_first) / m_sampleRate;
    std::array<float, kBands> sums{};
    std::size_t place = 0;
    for (; place + m_analyser.windowSamples() <= m_pending.size(); place += m_hop) {
        m_bands.sums(m_analyser.powers(std::span(m_pending).subspan(place, m_analyser.windowSamples())),
                     sums);
        std::vector<std::uint8_t>& levels = columns.levels.emplace_back(kBands);
        std::ranges::transform(sums, levels.begin(), melLevel);
    }
    m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(place));
    m_first += static_cast<std::int64_t>(place);
    return columns;
}

}
