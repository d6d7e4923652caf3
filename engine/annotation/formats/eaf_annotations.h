#pragma once

#include "engine/annotation/formats/exchanged_tiers.h"

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

/// Slots without times get them, evenly between those of the same tier that have.
/// @param tier  its annotations @return how many boundaries that were
std::size_t interpolate(std::span<Found> tier);

/// Of each annotation the one that gives it its times: itself, or the nearest ancestor with slots. Null where
/// there is none.
std::vector<const Found*> timesOf(const std::vector<Found>& annotations);

/// Each segment's parent becomes the one above that it begins in.
void linkByTime(ExchangedTier& tier, const ExchangedTier& above);

/// Siblings are put into the order of their chain, whatever their ids, among the places that they have in the
/// file.
/// @param nextOf  by the segment before: the one that follows it
void orderByChain(ExchangedTier& tier, const std::unordered_map<SegmentId, SegmentId>& nextOf);

}
