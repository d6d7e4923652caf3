#pragma once

#include "engine/annotation/annotation.h"

#include <string>

/// The invariants of an annotation, each in one place. Each says, as a sentence, what is wrong; empty:
/// nothing.
namespace engine {

/// A tier by itself and with its parent.
std::string violation(const Annotation& annotation, const Tier& tier);

/// A segment by itself, with its tier and its parent.
std::string violation(const Annotation& annotation, const Segment& segment);

/// Whether the segment overlaps a neighbour that it may not.
std::string overlap(const Annotation& annotation, const Segment& segment);

/// A segment's children in one tier: whether they fill it, are counted from 0, or are one.
std::string violationOfChildren(const Annotation& annotation, const Segment& parent, const Tier& childTier);

}
