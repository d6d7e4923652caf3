#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// How a chain of hidden states goes on: S states.
struct ChainSteps {
    std::vector<double> begins; ///< S
    std::vector<double> goesTo; ///< S × S: from row to column

    std::size_t size() const { return begins.size(); }
};

/// How likely each state is at each of T places, given all that was seen: the forward-backward algorithm
/// (Rabiner, Proceedings of the IEEE 1989).
/// @param likelihoods  T × S, of what was seen, T ≥ 1
/// @param total        to which the logarithm of the likelihood of all that was seen is added; null: nobody
/// asks
/// @return             T × S; each row sums up to 1
std::vector<double> hiddenStates(const ChainSteps& steps, std::span<const double> likelihoods,
                                 double* total = nullptr);

}
