#pragma once

#include "engine/annotation/annotation.h"

#include <functional>
#include <set>
#include <string>

/// Edits of many segments at once, as changes. Segments that stay as they are do not appear in them.
namespace engine {

/// Moves every segment by `ticks`; moved times no longer equal those of a file. Segments of tiers with
/// parents move with their parents.
/// @throws Refused when a segment that begins at 0 or later would begin before 0.
Change shiftTiers(const Annotation& annotation, const std::set<TierId>& tiers, std::int64_t ticks);

/// Replaces this value of a label in every segment that has it; without a new value, removes it.
Change relabel(const Annotation& annotation, const std::set<TierId>& tiers, const std::string& label,
               const std::variant<double, std::string>& from, const std::optional<LabelValue>& to);

/// Looks whether a change would be refused, within the videos of the segments that it replaces: it takes as
/// long as these are, not as the whole annotation. @throws Refused.
void checkWithinVideo(const Annotation& annotation, const Change& change);

/// Replaces every text by what `replaced` makes of it.
Change retypeAll(const Annotation& annotation, const std::set<TierId>& tiers,
                 const std::function<std::string(const std::string&)>& replaced);

}
