#pragma once

#include "engine/annotation/annotation.h"

/// What people do to tiers, as changes.
namespace engine {

/// The number is unusedTier(), the place below the video's others.
Change addTier(const Annotation& annotation, Tier tier);

/// Gives a tier other properties: name, labels, colour, annotator. Values of labels that it has no more are
/// taken away; those that a narrower scale does not hold stand in the way.
/// @param tier  with the number of the one that it replaces
/// @throws Refused when that is not there, or its kind, video or place among tiers would change under its
/// segments.
Change changeTier(const Annotation& annotation, const Tier& tier);

/// The tier, those that hang on it, and all their segments go.
Change removeTierTree(const Annotation& annotation, TierId id);

/// A copy of a tier with all its segments, without parent. @param name  of the copy
Change copyTier(const Annotation& annotation, TierId id, const std::string& name);

}
