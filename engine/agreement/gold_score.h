#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace engine {

/// An answer to a segment whose right value is known.
struct GoldAnswer {
    double given = 0.0;
    double right = 0.0;
};

/// How well somebody meets the right values.
struct GoldScore {
    std::size_t answers = 0;
    std::size_t hits = 0; ///< not more than half a step away
    std::optional<double> distance; ///< mean of |given − right|; absent without answers
    std::optional<double> bias; ///< mean of given − right; > 0: too high

    friend bool operator==(const GoldScore&, const GoldScore&) = default;
};

/// Whether an answer is right: not more than half a step of the scale away. @param step  > 0
bool isHit(const GoldAnswer& answer, double step);

/// @param step  of the scale, > 0
GoldScore goldScore(std::span<const GoldAnswer> answers, double step);

}
