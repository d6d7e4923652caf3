#pragma once

#include <span>
#include <vector>

namespace engine::sound {

/// A Butterworth high pass of order 2 or 3, forwards and then backwards, so that nothing is delayed.
std::vector<float> highPassed(std::span<const float> signal, double hertz, int order);

}
