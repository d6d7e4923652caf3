#pragma once

#include <string>

namespace engine {

/// The scale that labels lie on.
struct LabelScale {
    double low = -3.0;
    double high = 3.0;
    double neutral = 0.0; ///< about which a sign changes

    /// How far apart labels are that differ by two of the usual scale of −3…3.
    double two() const { return high - low >= 4.0 ? 2.0 : (high - low) / 3.0; }
    /// How far from neutral a label is that has a sign.
    double one() const { return 0.5 * two(); }
    friend bool operator==(const LabelScale&, const LabelScale&) = default;
};

/// A value of the scale for people: `+2`, `-1.3`, `0`; `2` on a scale without signs.
std::string toldOn(const LabelScale& scale, double value);

}
