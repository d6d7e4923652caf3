#pragma once

namespace engine {

/// The neutral point of a scale, from which its two sides go: 0 when the scale contains it, else its middle,
/// as of 1…7.
inline double neutralOf(double low, double high)
{
    return low <= 0.0 && high >= 0.0 ? 0.0 : 0.5 * (low + high);
}

}
