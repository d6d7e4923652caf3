#pragma once

#include "engine/annotation/annotation.h"

/// Puts many changes of segments into an annotation that may not take all of them.
namespace engine::fitting {

/// The wanted state of segments; absent: the segment should be removed.
using Wanted = std::map<SegmentId, std::optional<Segment>>;

/// A wanted change, or a field of it, that was left out, and why.
struct Unfit {
    SegmentId id = 0;
    std::string what; ///< a sentence, with the field's name where only that field is left out
    std::string mine; ///< the field's value, or a summary of the segment
    std::string theirs; ///< the wanted value; empty: the whole change was left out
    std::string field; ///< the name of the field that was left out; empty: all
};

/// How many tiers lie above this one.
int depthOf(const Annotation& annotation, const Tier& tier);

/// Applies the change. @return why it was refused; empty when it was applied
std::string refusal(Annotation& annotation, const Change& change);

/// Applies all changes at once when they fit. Otherwise it tries smaller and smaller groups: changes that
/// touch in time or by parents, families of parents and children, then single changes (together those that
/// must fill a parent), and at last single fields. Under every parent concerned, segments of symbolic tiers
/// are numbered and timed again.
std::vector<Unfit> putWhatFits(Annotation& annotation, const Wanted& wanted);

}
