#pragma once

#include "engine/annotation/annotation.h"

#include <span>

/// What people do to segments, as changes. Making one changes nothing yet; Annotation::apply() does it, or
/// refuses.
///
/// Segments that depend on a changed one follow: symbolic ones take its times, a subdivision's outer edges
/// stay at its edges, and all of them move along when it moves as a whole. All throw Refused for segments
/// that are not there.
namespace engine {

/// What happens to the neighbours; in a tier that allows overlaps nobody is in the way.
enum class EdgeMode {
    Follow, ///< one that touches the edge keeps touching it; any other is in the way
    Push, ///< those in the way move on as they are, and so push the next
    Overwrite ///< those in the way are cut, and removed where nothing is left
};

/// A new segment; its number is unusedSegment().
Change insertSegment(const Annotation& annotation, Segment segment);

/// The same for several, whose numbers follow each other.
Change insertSegments(const Annotation& annotation, std::vector<Segment> segments);

/// Confidence, comment or flag of a segment; its times, text and values stay.
struct Remarks {
    std::optional<double> confidence;
    std::optional<std::string> comment;
    std::optional<bool> flagged;
};
/// Changes those that are given.
Change remark(const Annotation& annotation, SegmentId id, const Remarks& remarks);

/// With everything that depends on them. What followed in a symbolic subdivision moves up.
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

/// Gives a label its value; without one, takes it away.
Change setValue(const Annotation& annotation, SegmentId id, const std::string& label,
                const std::optional<LabelValue>& value);

/// Tiers and all their segments go. Its inverse adds them. @throws Refused for a tier that is not there.
Change removeTiers(const Annotation& annotation, const std::set<TierId>& ids);

/// An item takes the place of the one of its kind and name; empty where it is there as it is.
Change putItem(const Annotation& annotation, const Item& item);

/// Moves segments by so many ticks, with everything that depends on them.
Change shiftSegments(const Annotation& annotation, std::span<const SegmentId> ids, std::int64_t ticks);

}
