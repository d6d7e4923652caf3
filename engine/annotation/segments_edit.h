#pragma once

#include "engine/annotation/annotation.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What becomes of the segments of one tier in one step, as somebody says who knows each place already.
struct SegmentsEdit {
    struct Times {
        TimePoint start;
        TimePoint end;
        friend bool operator==(const Times&, const Times&) = default;
    };
    struct Changed {
        SegmentId id = 0;
        std::optional<Times> times; ///< absent: they stay
        std::optional<std::string> text; ///< absent: it stays
        friend bool operator==(const Changed&, const Changed&) = default;
    };
    struct Added {
        Times times;
        std::string text;
        friend bool operator==(const Added&, const Added&) = default;
    };
    std::vector<Changed> changed;
    std::vector<Added> added;
    std::vector<SegmentId> removed;

    bool empty() const { return changed.empty() && added.empty() && removed.empty(); }
};

/// The edit as a change: nothing makes room, all lie where it says, and what depends on them follows.
/// @throws Refused for a segment that the tier does not have, a continuous tier, or times of a tier whose
/// segments have those of their parents; Annotation::apply() refuses overlaps.
Change editSegments(const Annotation& annotation, TierId tier, const SegmentsEdit& edit);

/// What a change did to the segments of a tier, in these terms; values and remarks are left out, texts of
/// segments whose values changed, since a term is the text of its segment, too, and where words without times lie.
SegmentsEdit editOf(const Change& change, TierId tier);

/// Where a segment was in its tier, in the order of time, before the change.
/// @param annotation  after the change
class PlacesBefore {
public:
    PlacesBefore(const Annotation& annotation, const Change& change, TierId tier);
    /// From 0 on. @throws Refused for a segment that was not there.
    std::size_t of(SegmentId id) const;

private:
    std::vector<SegmentId> m_ids;
};

}
