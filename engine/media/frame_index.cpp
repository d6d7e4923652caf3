#include "engine/media/frame_index.h"

#include <algorithm>
#include <numeric>

namespace engine {

namespace {

/// Times that went through other units (ms, pixels and back) may lie this much before their frame.
constexpr double kTolerance = 1e-6;

}

FrameIndex::FrameIndex(std::vector<Entry> entries, double tick, double zero, double lastDuration,
                       bool complete)
    : m_entries(std::move(entries))
    , m_tick(tick)
    , m_zero(zero)
    , m_lastDuration(lastDuration)
    , m_complete(complete)
{
    if (m_entries.empty() || m_entries.front().storedTime == Entry::kStoresPts)
        return;
    m_byStoredTime.resize(m_entries.size());
    std::iota(m_byStoredTime.begin(), m_byStoredTime.end(), std::size_t{0});
    std::ranges::sort(m_byStoredTime, {}, [&](std::size_t k) { return m_entries[k].storedTime; });
}

double FrameIndex::frameDuration(std::size_t k) const
{
    return k + 1 < m_entries.size() ? time(k + 1) - time(k) : m_lastDuration;
}

double FrameIndex::end() const
{
    return m_entries.empty() ? 0.0 : time(m_entries.size() - 1) + m_lastDuration;
}

std::size_t FrameIndex::at(double seconds) const
{
    const auto later = std::partition_point(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return toSeconds(entry.pts) <= seconds + kTolerance;
    });
    return later == m_entries.begin() ? 0 : static_cast<std::size_t>(later - m_entries.begin()) - 1;
}

std::size_t FrameIndex::keyBefore(std::size_t k) const
{
    while (k > 0 && !m_entries[k].key)
        --k;
    return k;
}

std::optional<std::size_t> FrameIndex::find(std::int64_t time) const
{
    if (!m_byStoredTime.empty()) {
        const auto stored = [&](std::size_t k) { return m_entries[k].storedTime; };
        const auto found = std::ranges::lower_bound(m_byStoredTime, time, {}, stored);
        return found != m_byStoredTime.end() && stored(*found) == time ? std::optional(*found) : std::nullopt;
    }
    const auto found = std::ranges::lower_bound(m_entries, time, {}, &Entry::pts);
    if (found == m_entries.end() || found->pts != time)
        return std::nullopt;
    return static_cast<std::size_t>(found - m_entries.begin());
}

}
