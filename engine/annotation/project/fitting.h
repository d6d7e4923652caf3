#pragma once

#include "engine/annotation/annotation.h"

/// Puts many changes of segments into an annotation that may not take all of them.
namespace engine::fitting {

/// What segments should become; absent: removed.
using Wanted = std::map<SegmentId, std::optional<Segment>>;

/// What did not get in, and why.
struct Unfit {
    SegmentId id = 0;
    std::string what; ///< a sentence, with the field's name where only that is left out
    std::string mine; ///< the field's value, or what the segment says
    std::string theirs; ///< empty: all of what was wanted
};

/// How many tiers lie above this one.
int depthOf(const Annotation& annotation, const Tier& tier);

/// Applies the change. @return why it was refused; empty when it was not
std::string refusal(Annotation& annotation, const Change& change);

/// Puts all at once, where that fits; else those together that touch in time or by parents; else families of
/// parents and children; else one by one, but those together that have to fill a parent; else field by field.
/// Segments of symbolic tiers are counted and timed anew below every parent concerned.
std::vector<Unfit> putWhatFits(Annotation& annotation, const Wanted& wanted);

}
