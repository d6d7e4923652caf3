#pragma once

#include "engine/core/half_float.h"
#include "engine/sequences/feature_levels.h"

#include <algorithm>

namespace engine {

/// How the values of one dimension are packed into 16 bits: as half floats in which ±1 is the usual range. So
/// 2000 steps lie on each side of its middle, and outliers keep their size.
struct ValueCode {
    float middle = 0.0F;
    float unit = 1.0F;

    explicit ValueCode(const DimensionRange& usual)
        : middle(usual.constant() ? usual.low : usual.low / 2 + usual.high / 2)
        , unit(usual.constant() ? 1.0F : std::max(usual.high / 2 - usual.low / 2, 1e-30F))
    {
    }
    std::uint16_t pack(float value) const { return toHalf((value - middle) / unit); }
    float unpack(std::uint16_t half) const { return fromHalf(half) * unit + middle; }
};

/// Whether a packed value stands for a number.
inline bool isNumber(std::uint16_t half)
{
    return (half & 0x7fffU) < 0x7c00U;
}

/// A number by which packed values of one dimension are ordered as the values themselves.
inline int orderOfHalf(std::uint16_t half)
{
    return (half & 0x8000U) != 0 ? -static_cast<int>(half & 0x7fffU) : static_cast<int>(half);
}

/// The lesser and the greater of two packed values of the same ValueCode; when one is no number, the other is
/// taken.
inline std::uint16_t lesserHalf(std::uint16_t a, std::uint16_t b)
{
    if (!isNumber(a) || !isNumber(b))
        return isNumber(a) ? a : b;
    return orderOfHalf(a) < orderOfHalf(b) ? a : b;
}
inline std::uint16_t greaterHalf(std::uint16_t a, std::uint16_t b)
{
    if (!isNumber(a) || !isNumber(b))
        return isNumber(a) ? a : b;
    return orderOfHalf(a) > orderOfHalf(b) ? a : b;
}

/// The mean of two packed values; when one is no number, the other is taken.
inline std::uint16_t meanOfHalves(std::uint16_t a, std::uint16_t b)
{
    if (!isNumber(a))
        return b;
    return isNumber(b) ? toHalf((fromHalf(a) + fromHalf(b)) / 2) : a;
}

}
