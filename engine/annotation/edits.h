#pragma once

#include "engine/annotation/annotation.h"

#include <span>

/// The edits of segments, as changes. These functions change nothing; Annotation::apply() does the change or
/// refuses it.
///
/// Segments that depend on a changed one follow it: symbolic ones take its times, the outer edges of a
/// subdivision stay at its edges, and all of them move along when it moves as a whole. A word without times
/// (`Timing`) has times once an edge of it is moved, or the whole of it; such words make room for others that
/// are moved, and withUntimedSpread() gives them their new places. All functions throw Refused for segments
/// that do not exist.
namespace engine {

/// What happens to the neighbours of a segment; in a tier that allows overlaps they are never in the way.
enum class EdgeMode {
    Follow, ///< one that touches the edge keeps touching it; any other is in the way
    Push, ///< segments in the way are moved on, keep their lengths, and push the next
    Overwrite ///< segments in the way are cut, and removed where nothing is left
};

/// A new segment; its number is unusedSegment().
Change insertSegment(const Annotation& annotation, Segment segment);

/// Several new segments; their numbers follow each other.
Change insertSegments(const Annotation& annotation, std::vector<Segment> segments);

/// Confidence, comment or flag of a segment; its times, text and values stay.
struct Remarks {
    std::optional<double> confidence;
    std::optional<std::string> comment;
    std::optional<bool> flagged;
};
/// Changes those remarks that are given.
Change remark(const Annotation& annotation, SegmentId id, const Remarks& remarks);

/// Removes segments with everything that depends on them. Later parts of a symbolic subdivision move up.
Change removeSegments(const Annotation& annotation, std::span<const SegmentId> ids);

Change moveEdge(const Annotation& annotation, SegmentId id, bool atEnd, TimePoint to, EdgeMode mode);

/// Two segments that meet at `at`; the second has the text `secondText`, both keep values, the row of
/// the source stays with the first. Children of the first that begin at `at` or later go to the second; one
/// that lies across is cut as well.
/// @throws Refused when `at` is not inside.
Change splitSegment(const Annotation& annotation, SegmentId id, TimePoint at,
                    const std::string& secondText = {});

/// One segment from the start of the earlier to the end of the later, with both texts; values that both have
/// are those of the earlier. Children of both are its children. @throws Refused when others lie between.
Change mergeSegments(const Annotation& annotation, SegmentId one, SegmentId other);

Change setText(const Annotation& annotation, SegmentId id, const std::string& text);

/// Gives a label its value; without a value, removes it. A text that is the term that the segment had goes
/// along.
Change setValue(const Annotation& annotation, SegmentId id, const std::string& label,
                const std::optional<LabelValue>& value);

/// Removes tiers and all their segments; its inverse adds them again. @throws Refused for a tier that does
/// not exist.
Change removeTiers(const Annotation& annotation, const std::set<TierId>& ids);

/// Sets an item in the place of the one of its kind and name; empty where the project has the same already.
Change putItem(const Annotation& annotation, const Item& item);

/// Moves segments by `ticks`, with everything that depends on them.
Change shiftSegments(const Annotation& annotation, std::span<const SegmentId> ids, std::int64_t ticks);

}
