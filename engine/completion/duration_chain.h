#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// How long a state lasts, in frames: a log-normal distribution.
struct StateDuration {
    double middle = 1.0; ///< mean of the logarithms
    double spread = 1.0; ///< deviation of the logarithms
    std::size_t longest = 1; ///< frames

    double logDensity(std::size_t frames) const;
};

/// A chain of S states, each of which lasts as long as states of its kind do.
struct DurationChain {
    std::vector<StateDuration> durations; ///< S
    std::vector<double> goesTo; ///< S × S logarithms of chances, from row to column

    std::size_t size() const { return durations.size(); }
};

struct StateRun {
    std::size_t state = 0;
    std::size_t first = 0; ///< frames [first, last)
    std::size_t last = 0;
    friend bool operator==(const StateRun&, const StateRun&) = default;
};

/// The likeliest runs of states that fill T frames: Viterbi's algorithm of a hidden semi-Markov chain (Yu,
/// Artificial Intelligence 2010). The first and the last run may go on outside, so their lengths do not
/// count.
/// @param scores  T × S logarithms of likelihoods
std::vector<StateRun> likeliestRuns(const DurationChain& chain, std::span<const double> scores);

}
