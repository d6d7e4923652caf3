#pragma once

#include <cstdint>
#include <cstring>
#include <type_traits>

#define INLINED __attribute__((always_inline))
#define ALWAYS_INLINE inline INLINED

namespace engine::blocks {

// Several numbers in one vector, for loops that a compiler does not vectorise by itself in every version of
// FOR_EACH_PROCESSOR. Always inlined, so that each version has its processor's instructions.

inline constexpr std::int64_t laneCount = 8;
typedef float Lanes __attribute__((vector_size(laneCount * sizeof(float)))); // NOLINT: has no alias form
typedef std::int32_t WholeLanes __attribute__((vector_size(laneCount * sizeof(std::int32_t)))); // NOLINT

/// The first `count` ≤ laneCount numbers at `from`, zeros behind them.
template <class Count>
ALWAYS_INLINE Lanes load(const float* from, Count count)
{
    Lanes lanes{};
    std::memcpy(&lanes, from, static_cast<std::size_t>(count) * sizeof(float));
    return lanes;
}

template <class Count>
ALWAYS_INLINE void store(Lanes lanes, float* to, Count count)
{
    std::memcpy(to, &lanes, static_cast<std::size_t>(count) * sizeof(float));
}

/// Calls `part(first, count)` for each group of laneCount numbers, and for the fewer numbers that are left at
/// the end. For full groups the count is a compile-time constant, so that they are loaded at once.
template <class Part>
ALWAYS_INLINE void forEachLanes(std::int64_t numbers, const Part& part)
{
    std::int64_t first = 0;
    for (; first + laneCount <= numbers; first += laneCount)
        part(first, std::integral_constant<std::int64_t, laneCount>{});
    if (first < numbers)
        part(first, numbers - first);
}

}
