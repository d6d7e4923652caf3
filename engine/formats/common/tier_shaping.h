#pragma once

#include "engine/formats/common/exchanged_tiers.h"

/// Tiers in the form that a format can hold.
namespace engine {

/// A format's unit of time.
struct TimeUnit {
    std::int64_t ticks = 1;
    std::int64_t least = 0; ///< units that a segment is long at least

    std::int64_t start(const Segment& segment) const;
    std::int64_t end(const Segment& segment) const;
};

/// A time in units of so many ticks, to the nearest.
std::int64_t unitsOf(TimePoint time, std::int64_t ticks);

/// The only label of all segments, when it says what their texts say.
std::optional<std::string> labelInText(const ExchangedTier& tier);

/// Each label of the segments becomes a tier below theirs, `labels:sentiment`, with its value as text; but
/// the one that the texts show already. Tiers of continuous values are left out.
ExchangedTiers withLabelsAsTiers(const ExchangedTiers& tiers);

/// A segment that begins less than `within` ticks before the one in front of it ends, begins where that ends:
/// they meet, and rounding parted them. @return how many do
std::size_t shareEdges(ExchangedTiers& tiers, std::int64_t within);

/// Of tiers that only say when somebody speaks (they are called as their speaker, and have no text at all)
/// the segments get the speaker's name as text. @return how many do
std::size_t nameSpeakers(ExchangedTiers& tiers);

/// Segments that overlap another of their tier, in the format's units, go to a further one with the same
/// name, and what depends on them goes along. Parents come before their children.
ExchangedTiers withoutOverlaps(const ExchangedTiers& tiers, TimeUnit unit);

}
