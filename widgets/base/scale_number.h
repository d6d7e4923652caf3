#pragma once

#include "widgets/base/theme.h"

#include <cmath>

namespace widgets {

/// A number on a scale that begins at `low`: with a sign where the scale has two, or the number left it
/// below.
inline QString scaleNumber(double value, double low, int decimals)
{
    return low < 0 || value < 0 ? signedNumber(value, decimals) : QString::number(value, 'f', decimals);
}

/// A label as people gave it: whole, or with one decimal.
inline QString labelNumber(double value, double low)
{
    return scaleNumber(value, low, value == std::round(value) ? 0 : 1);
}

}
