#include "engine/segment_agreement/near_units.h"

#include <algorithm>
#include <limits>
#include <map>

namespace engine {

namespace {

/// Units whose lengths have the same power of two.
struct LengthClass {
    double longest = 0.0;
    std::vector<std::uint32_t> units; ///< in the order of all
};

}

std::vector<std::vector<NearUnit>> nearUnits(const std::vector<PlacedUnit>& units,
                                             const UnitDistance& distance, double bound)
{
    std::map<int, LengthClass> classes;
    for (std::size_t i = 0; i < units.size(); ++i) {
        LengthClass& lengths = classes[std::ilogb(units[i].length())];
        lengths.longest = std::max(lengths.longest, units[i].length());
        lengths.units.push_back(static_cast<std::uint32_t>(i));
    }
    // Starts alone make a unit too far: α (Δ / (L + L'))² ≥ bound.
    const double reach = distance.positionWeight > 0.0 ? std::sqrt(bound / distance.positionWeight)
                                                       : std::numeric_limits<double>::infinity();
    std::vector<std::vector<NearUnit>> near(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        const PlacedUnit& unit = units[i];
        for (const auto& [magnitude, lengths] : classes) {
            const double last = unit.start + reach * (unit.length() + lengths.longest);
            for (auto at = std::ranges::upper_bound(lengths.units, i); at != lengths.units.end(); ++at) {
                const PlacedUnit& other = units[*at];
                if (other.start > last)
                    break;
                if (other.rater == unit.rater)
                    continue;
                if (const double apart = distance(unit, other); apart < bound)
                    near[i].push_back({*at, apart});
            }
        }
        std::ranges::sort(near[i], {}, &NearUnit::index);
    }
    return near;
}

}
