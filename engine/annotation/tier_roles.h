#pragma once

#include "engine/annotation/annotation.h"

#include <set>
#include <string>
#include <vector>

/// Words and labelled segments are the tiers of their names. A tier of any other name becomes one of them
/// here.
namespace engine {

/// The change that gives tiers a role, at most one tier of each video: they are called `role` from then on
/// and stand by themselves. A tier that had the role in such a video is called `role (2)` from then on, or
/// the next number that is free everywhere; one without segments goes.
/// @param role    `words` or `labels`
/// @param labels  what a tier gets that has no labels
/// @throws Refused when a tier is not there or has the role already, its segments have no start and end of
/// their own (points, continuous values), or judgements hang on a tier that has had the role.
Change useAsRole(const Annotation& annotation, const std::set<TierId>& tiers, const std::string& role,
                 const std::vector<LabelScheme>& labels);

}
