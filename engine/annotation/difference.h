#pragma once

#include "engine/annotation/annotation.h"

namespace engine {

/// The change that turns one annotation into the other: `from.apply(difference(from, to))` makes them equal
/// and is never refused, not even by locked tiers. It is sorted by number, and empty when they are equal.
///
/// @param to  an annotation whose invariants hold
Change difference(const Annotation& from, const Annotation& to);

}
