#include "engine/packed/packed_steps.h"

#include <algorithm>

namespace engine {

namespace {

bool isZero(const SegmentSteps& segment, std::size_t step)
{
    return std::ranges::all_of(segment.values.subspan(step * segment.width, segment.width),
                               [](float value) { return value == 0.0f; });
}

}

ValidSteps withoutZeros(std::span<const SegmentSteps> together, std::size_t steps)
{
    const auto isPadding = [&](std::size_t step) {
        return std::ranges::all_of(together, [&](const SegmentSteps& s) { return isZero(s, step); });
    };
    ValidSteps valid{0, steps};
    while (valid.last > 1 && isPadding(valid.last - 1))
        --valid.last;
    if (valid.last == 1) // all but the first are zero
        return valid;
    while (valid.first + 1 < valid.last && isPadding(valid.first))
        ++valid.first;
    return valid;
}

ValidSteps stepsOfLength(std::span<const SegmentSteps> together, std::size_t steps, std::size_t length)
{
    const auto isEmpty = [&](std::size_t step) {
        return std::ranges::all_of(together, [&](const SegmentSteps& s) { return isZero(s, step); });
    };
    bool isInFront = false; // the padding
    for (std::size_t step = length; step < steps; ++step)
        isInFront = isInFront || !isEmpty(step);
    for (std::size_t step = 0; step < steps - length; ++step)
        isInFront = isInFront && isEmpty(step);
    return isInFront ? ValidSteps{steps - length, steps} : ValidSteps{0, length};
}

}
