#include "engine/formats/common/spread_subdivisions.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace engine {

namespace {

using Times = std::pair<TimePoint, TimePoint>;

class Spreader {
public:
    explicit Spreader(ExchangedTiers& tiers) : m_tiers(tiers)
    {
        for (std::size_t i = 0; i < tiers.tiers.size(); ++i)
            m_places.emplace(tiers.tiers[i].tier.id, i);
        m_isDone.resize(tiers.tiers.size(), false);
    }

    std::size_t spreadAll()
    {
        for (std::size_t i = 0; i < m_tiers.tiers.size(); ++i)
            spread(i);
        return m_count;
    }

private:
    /// Parents first.
    void spread(std::size_t place)
    {
        if (m_isDone[place])
            return;
        m_isDone[place] = true;
        ExchangedTier& tier = m_tiers.tiers[place];
        if (const auto parent = m_places.find(tier.tier.parent); parent != m_places.end())
            spread(parent->second);
        if (isSymbolic(tier.tier))
            share(tier);
        for (const Segment& segment : tier.segments)
            m_times.emplace(segment.id, Times{segment.start, segment.end});
    }

    void share(ExchangedTier& tier)
    {
        std::map<SegmentId, std::vector<Segment*>> children;
        for (Segment& segment : tier.segments) {
            if (m_times.contains(segment.parent))
                children[segment.parent].push_back(&segment);
        }
        for (auto& [parent, parts] : children) {
            const auto [start, end] = m_times.at(parent);
            const bool isOrdered = tier.tier.constraint == Constraint::SymbolicSubdivision;
            std::ranges::stable_sort(parts, {}, [](const Segment* part) { return part->order; });
            const auto shares = static_cast<std::int64_t>(isOrdered ? parts.size() : 1);
            for (std::size_t i = 0; i < parts.size(); ++i)
                place(*parts[i], {start, end}, isOrdered ? static_cast<std::int64_t>(i) : 0, shares);
        }
    }

    /// Outer edges stay as they are, bit for bit.
    void place(Segment& part, const Times& whole, std::int64_t share, std::int64_t shares)
    {
        const std::int64_t length = whole.second.ticks - whole.first.ticks;
        const auto edge = [&](std::int64_t i) {
            return i == 0 ? whole.first
                : i == shares
                ? whole.second
                : TimePoint::ofTicks(whole.first.ticks + length / shares * i + length % shares * i / shares);
        };
        const Times times{edge(share), edge(share + 1)};
        if (times == Times{part.start, part.end})
            return;
        part.start = times.first;
        part.end = times.second;
        ++m_count;
    }

    ExchangedTiers& m_tiers;
    std::map<TierId, std::size_t> m_places;
    std::vector<bool> m_isDone;
    std::unordered_map<SegmentId, Times> m_times;
    std::size_t m_count = 0;
};

}

std::size_t spreadSubdivisions(ExchangedTiers& tiers)
{
    return Spreader(tiers).spreadAll();
}

}
