#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

/// Numbers in 16 bits (IEEE 754 binary16): values that are only painted, weights of public files.
namespace engine {

inline constexpr std::uint16_t kHalfNoNumber = 0x7e00;

/// The nearest half float. Values beyond ±65504 are clipped, and those nearer to 0 than 6e-5 become 0.
/// Infinities and NaN become kHalfNoNumber.
inline std::uint16_t toHalf(float value)
{
    if (!std::isfinite(value))
        return kHalfNoNumber;
    const auto sign = static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(value) >> 16 & 0x8000U);
    const float size = std::fabs(value);
    if (size < 0x1p-14F)
        return sign;
    const auto bits = std::bit_cast<std::uint32_t>(std::fmin(size, 65504.0F) * 0x1p-112F);
    return static_cast<std::uint16_t>(sign | ((bits + 0x0fffU + (bits >> 13 & 1U)) >> 13));
}

/// The value of a half float; NaN when it holds no number.
inline float fromHalf(std::uint16_t half)
{
    // Without a branch, so that compilers do several at once.
    const std::uint32_t size = half & 0x7fffU;
    const float number = std::bit_cast<float>(size << 13) * 0x1p112F;
    const float value = size < 0x7c00U ? number
        : size == 0x7c00U              ? std::numeric_limits<float>::infinity()
                                       : std::numeric_limits<float>::quiet_NaN();
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(value)
                                | static_cast<std::uint32_t>(half & 0x8000U) << 16);
}

}
