#pragma once

#include "engine/annotation/annotation.h"

namespace engine {

/// What turns one annotation into the other: `from.apply(difference(from, to))` makes them equal and is never
/// refused, not even by locked tiers. By ascending number; empty when they are equal.
///
/// @param to  whose invariants hold
Change difference(const Annotation& from, const Annotation& to);

}
