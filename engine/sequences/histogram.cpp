#include "engine/sequences/histogram.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

/// What stands for "missing" in some files lies beyond; differences of such values are no numbers.
constexpr double kFarthest = 1e300;

}

void Histogram::add(double value)
{
    value = std::clamp(value, -kFarthest, kFarthest);
    if (m_width == 0.0) {
        if (m_same == 0)
            m_first = value;
        if (value == m_first) {
            ++m_same;
            return;
        }
        // Half of the bins between the first two that differ: what comes may lie around them.
        m_width = std::max(std::abs(value - m_first) / (kMostBins / 2), 1e-300);
        m_low
            = (std::floor(std::min(value, m_first) / m_width) - static_cast<double>(kMostBins / 4)) * m_width;
        while (!std::isfinite(m_width) || !reaches(m_first))
            widen();
        m_counts[static_cast<std::size_t>((m_first - m_low) / m_width)] = m_same;
        m_same = 0;
    }
    while (!reaches(value))
        widen();
    const auto bin = static_cast<std::size_t>((value - m_low) / m_width);
    ++m_counts[std::min(bin, kMostBins - 1)];
}

bool Histogram::reaches(double value) const
{
    const double place = (value - m_low) / m_width;
    return place >= 0.0 && place < static_cast<double>(kMostBins);
}

/// Pairs of bins become one; the free half lies to both sides.
void Histogram::widen()
{
    std::array<std::size_t, kMostBins> wider{};
    const double width = 2 * m_width;
    const double low = (std::floor(m_low / width) - static_cast<double>(kMostBins / 4)) * width;
    for (std::size_t bin = 0; bin < kMostBins; ++bin) {
        if (m_counts[bin] == 0)
            continue;
        const double middle = m_low + (static_cast<double>(bin) + 0.5) * m_width;
        wider[std::min(static_cast<std::size_t>((middle - low) / width), kMostBins - 1)] += m_counts[bin];
    }
    m_counts = wider;
    m_low = low;
    m_width = width;
}

std::vector<Histogram::Bin> Histogram::bins() const
{
    if (m_same > 0)
        return {{m_first, m_first, m_same}};
    std::vector<Bin> bins;
    const auto isUsed = [](std::size_t count) { return count > 0; };
    const auto first = std::ranges::find_if(m_counts, isUsed);
    for (auto count = first; count != m_counts.end(); ++count) {
        const double low = m_low + static_cast<double>(count - m_counts.begin()) * m_width;
        bins.push_back({low, low + m_width, *count});
    }
    while (!bins.empty() && bins.back().count == 0)
        bins.pop_back();
    return bins;
}

}
