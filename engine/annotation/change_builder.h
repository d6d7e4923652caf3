#pragma once

#include "engine/annotation/annotation.h"

#include <optional>
#include <vector>

namespace engine {

/// Gathers what segments become, over what they are, and makes the change of it.
class ChangeBuilder {
public:
    explicit ChangeBuilder(const Annotation& annotation);
    /// Goes on from a change that was not applied yet; its segments are as it leaves them.
    ChangeBuilder(const Annotation& annotation, const Change& begun);

    const Annotation& annotation() const { return m_annotation; }
    /// A segment as it is by now. @throws Refused when it is not there.
    const Segment& segment(SegmentId id) const;
    const Tier& tierOf(const Segment& segment) const { return *m_annotation.tier(segment.tier); }

    /// Adds a segment under a number of its own. @return the number
    SegmentId insert(Segment segment);
    void put(Segment segment);
    /// Gives a segment new times; what depends on it follows.
    void retime(SegmentId id, TimePoint start, TimePoint end);
    /// Removes a segment with all that depends on it; later parts of a symbolic subdivision move up.
    void remove(SegmentId id);
    /// The children of a segment as they are by now.
    std::vector<SegmentId> children(SegmentId parent) const;

    Change change() const;

private:
    /// Whether no sibling in its tier starts before it (or ends after it).
    bool isOuter(const std::vector<SegmentId>& siblings, const Segment& child, bool atEnd) const;

    const Annotation& m_annotation;
    Change m_begun; ///< tiers and items of a change that is gone on with
    std::map<SegmentId, std::optional<Segment>> m_after;
    std::map<SegmentId, std::set<SegmentId>> m_adopted; ///< by parent: children that were put or inserted
    SegmentId m_unused;
};

}
