#pragma once

#include "engine/core/feature_array.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// Row numbers of `intervals`, stably sorted by start; NaN last.
std::vector<std::size_t> orderByStart(std::span<const Interval> intervals);

/// The same rows, stably sorted by start; NaN last.
Entry sortedByStart(Entry entry);

/// The rows of all parts, one after the other, in their common types.
/// @throws ShapeError (`data_invalid`) when the trailing extents differ, or text meets numbers.
Entry concatenate(std::span<const EntryRows> parts);

}
