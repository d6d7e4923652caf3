#pragma once

#include "engine/annotation/annotation.h"

#include <string>

/// The invariants of an annotation, each in one place. Each function returns what is wrong as a sentence;
/// empty: nothing is.
namespace engine {

/// What is wrong with a tier by itself, or with its parent.
std::string violation(const Annotation& annotation, const Tier& tier);

/// What is wrong with a segment by itself, with its tier, or with its parent. @param tier  the segment's
std::string violation(const Annotation& annotation, const Segment& segment);
std::string violation(const Annotation& annotation, const Tier& tier, const Segment& segment);

/// Which neighbour the segment overlaps although its tier allows no overlaps.
std::string overlap(const Annotation& annotation, const Segment& segment);
/// The same for the first segment of a tier, by time, that overlaps an earlier one.
std::string overlapIn(const Annotation& annotation, const Tier& tier);

/// What is wrong with the children of a segment in one tier: they must fill it, be counted from 0, or be one,
/// as the tier says.
std::string violationOfChildren(const Annotation& annotation, const Segment& parent, const Tier& childTier);

}
