#pragma once

#include <span>

namespace engine {

/// The largest step of 1, 0.5, 0.25, 0.2 and a third that nearly all of the values are multiples of; 0: none
/// is, or there are too few to tell. A step of 1 is told of many values alone.
double usualStep(std::span<const double> values);

/// The multiple of `step` that is nearest, counted from `least`; the value itself where the step is 0.
double onStep(double value, double least, double step);

}
