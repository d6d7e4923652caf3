#pragma once

#include <span>
#include <vector>

namespace engine::sound {

/// A Butterworth high pass of order 2, 3 or 4, forwards and then backwards, so that nothing is delayed.
std::vector<float> highPassed(std::span<const float> signal, double hertz, int order);

/// The same of a signal that goes on before its beginning and after its end, turned about its first and last
/// value, for 0.2 s: an offset is no step there.
std::vector<float> highPassedAtRest(std::span<const float> signal, double hertz, int order);

}
