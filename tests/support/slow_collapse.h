#pragma once

#include "engine/alignment/collapse.h"

#include "tests/support/slow_sdk.h"

namespace engine::test {

/// NumPy's rule for arrays of both types. @throws SlowFailure (`data_invalid`) for text with numbers.
ElementType promoted(ElementType a, ElementType b);

/// The number as this type can hold it.
long double rounded(long double value, ElementType type);

/// The rows collapsed to one, as `numpy.concatenate([f(intervals, features) for f in functions], axis=0)`
/// does.
/// @param rows  clipped, at least one. @throws SlowFailure (`collapse_failed`, `dimension_mismatch`).
SlowEntry slowCollapse(const SlowEntry& rows, const std::vector<CollapseFunction>& functions);

}
