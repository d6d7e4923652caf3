#pragma once

#include "engine/core/run_context.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// A value of a turn: median pitch in semitones, words per second, loudness.
struct TurnValue {
    std::size_t speaker = 0;
    double value = 0.0; ///< NaN: none
    double at = 0.0; ///< seconds

    friend bool operator==(const TurnValue&, const TurnValue&) = default;
};

struct AccommodationOptions {
    std::size_t permutations = 999;
    std::uint64_t seed = 1;
};

inline constexpr std::size_t kLeastExchanges = 6;

/// A figure of accommodation and the chance to find as much when turns are shuffled (one-sided).
struct AccommodationFigure {
    std::optional<double> value;
    double chance = 1.0;
};

/// Whether people speak alike (after Levitan and Hirschberg, Interspeech 2011).
struct Accommodation {
    std::size_t pairs = 0; ///< neighbouring turns of different people, both with a value
    bool isDefined = false; ///< enough pairs, and a correlation; else nothing below has a meaning
    AccommodationFigure proximity; ///< − mean |z − z'| of neighbours, z within each person
    AccommodationFigure synchrony; ///< Pearson's r of z and z'
    AccommodationFigure convergence; ///< − r of |v − v'| with time, over exchanges that share no turn
};

/// @param turns  in their order; the first speaker's turns keep their places when the others' are shuffled
/// @throws Cancelled.
Accommodation accommodationOf(std::span<const TurnValue> turns, const AccommodationOptions& options = {},
                              const RunContext& run = {});

}
