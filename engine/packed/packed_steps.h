#pragma once

#include <cstddef>
#include <span>

namespace engine {

/// Steps first ≤ t < last of a segment that are not padding.
struct ValidSteps {
    std::size_t first = 0;
    std::size_t last = 0;

    std::size_t count() const { return last - first; }
    friend bool operator==(const ValidSteps&, const ValidSteps&) = default;
};

/// T × D values of one segment.
struct SegmentSteps {
    std::span<const float> values;
    std::size_t width = 1;
};

/// Without the steps at either end that are zero in all of these; at least one step.
/// @param together  features with the same `steps`, which were padded alike
ValidSteps withoutZeros(std::span<const SegmentSteps> together, std::size_t steps);

/// Where the `length` steps of a segment lie: behind the padding when all steps before them are zero in all
/// of these and some step behind the length is not, else in front of it.
/// @param together  features with the same `steps` and the same length, which were padded alike
ValidSteps stepsOfLength(std::span<const SegmentSteps> together, std::size_t steps, std::size_t length);

}
