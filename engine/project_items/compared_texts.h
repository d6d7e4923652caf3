#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/interval.h"

#include <string>
#include <vector>

namespace engine {

/// The names of tiers whose texts can be compared with each other: tiers of intervals that are neither words
/// nor the labelled segments nor judgements, by name. O(tiers).
std::vector<std::string> comparableTexts(const Annotation& annotation);

/// What each of these tiers says of a place: the text of the segment that shares most time with it.
/// @param span  seconds
/// @return as many texts as there are tiers; an empty one where the video has no such tier, or the tier
/// nothing there
std::vector<std::string> textsAt(const Annotation& annotation, const std::string& video, const Interval& span,
                                 const std::vector<std::string>& tiers);

}
