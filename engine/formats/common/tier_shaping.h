#pragma once

#include "engine/formats/common/exchanged_tiers.h"

/// Functions that bring tiers into a form that a format can hold.
namespace engine {

/// A format's unit of time.
struct TimeUnit {
    std::int64_t ticks = 1;
    std::int64_t least = 0; ///< the least length of a segment, in units

    std::int64_t start(const Segment& segment) const;
    std::int64_t end(const Segment& segment) const;
};

/// A time in units of `ticks` ticks each, rounded to the nearest.
std::int64_t unitsOf(TimePoint time, std::int64_t ticks);

/// The only label of all segments, when its values are the same as their texts.
std::optional<std::string> labelInText(const ExchangedTier& tier);

/// Each label of the segments becomes a tier below theirs, `labels:sentiment`, with its value as text, except
/// the label that the texts already show. Tiers of continuous values are left out.
ExchangedTiers withLabelsAsTiers(const ExchangedTiers& tiers);

/// When a segment begins less than `within` ticks before the end of the segment in front of it, moves its
/// start to that end: the two were meant to touch, and rounding made them overlap. @return how many were
/// moved
std::size_t shareEdges(ExchangedTiers& tiers, std::int64_t within);

/// In tiers that only tell when somebody speaks (they have their speaker's name and no text at all), gives
/// the segments the speaker's name as text. @return how many got it
std::size_t nameSpeakers(ExchangedTiers& tiers);

/// Moves segments that overlap another of their tier, in the format's units, to a further tier with the same
/// name, together with the segments that depend on them. Parents come before their children.
ExchangedTiers withoutOverlaps(const ExchangedTiers& tiers, TimeUnit unit);

}
