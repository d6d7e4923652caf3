#include "engine/suspects/hidden_chain.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

double scale(std::span<double> shares)
{
    double sum = 0.0;
    for (const double share : shares)
        sum += share;
    for (double& share : shares)
        share = sum > 0.0 ? share / sum : 1.0 / static_cast<double>(shares.size());
    return sum;
}

}

std::vector<double> hiddenStates(const ChainSteps& steps, std::span<const double> likelihoods, double* total)
{
    const std::size_t states = steps.size(), length = likelihoods.size() / states;
    std::vector<double> forward(likelihoods.size(), 0.0), after(states, 1.0), before(states);
    const auto row = [&](std::size_t t) { return std::span(forward).subspan(t * states, states); };
    for (std::size_t t = 0; t < length; ++t) {
        for (std::size_t to = 0; to < states; ++to) {
            double reached = t == 0 ? steps.begins[to] : 0.0;
            for (std::size_t from = 0; from < states && t > 0; ++from)
                reached += row(t - 1)[from] * steps.goesTo[from * states + to];
            row(t)[to] = reached * likelihoods[t * states + to];
        }
        const double likelihood = scale(row(t));
        if (total)
            *total += std::log(std::max(likelihood, 1e-300));
    }
    for (std::size_t t = length; t-- > 1;) {
        std::ranges::fill(before, 0.0);
        for (std::size_t from = 0; from < states; ++from) {
            for (std::size_t to = 0; to < states; ++to)
                before[from] += steps.goesTo[from * states + to] * likelihoods[t * states + to] * after[to];
        }
        scale(before);
        after = before;
        for (std::size_t state = 0; state < states; ++state)
            row(t - 1)[state] *= after[state];
        scale(row(t - 1));
    }
    return forward;
}

}
