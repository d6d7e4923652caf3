#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <pugixml.hpp>
#include <unordered_map>

/// Annotations as they stand in an EAF, and what they get from each other: times, parents, order.
namespace engine::eaf {

struct Slot {
    std::size_t place = 0; ///< in TIME_ORDER
    std::optional<double> seconds;
    bool isInterpolated = false;
};

/// An annotation as it stands in the file.
struct Found {
    pugi::xml_node node; ///< ALIGNABLE_ANNOTATION or REF_ANNOTATION
    std::size_t tier = 0;
    Slot* start = nullptr; ///< of alignable ones
    Slot* end = nullptr;
    std::size_t parent = 0; ///< place among all, + 1; of REF_ANNOTATION
    SegmentId segment = 0; ///< 0: skipped
};

/// Gives times to slots without, evenly between those of the same tier that have one.
/// @param tier  its annotations @return how many boundaries that were
std::size_t interpolate(std::span<Found> tier);

/// For each annotation the one that its times come from: itself, or the nearest ancestor with slots. Null
/// where there is none.
std::vector<const Found*> timesOf(const std::vector<Found>& annotations);

/// Sets each segment's parent to the segment of the parent tier in which it begins.
void linkByTime(ExchangedTier& tier, const ExchangedTier& above);

/// Puts siblings into the order of their chain, whatever their ids; together they keep their places in the
/// file.
/// @param nextOf  by the segment before: the one that follows it
void orderByChain(ExchangedTier& tier, const std::unordered_map<SegmentId, SegmentId>& nextOf);

}
