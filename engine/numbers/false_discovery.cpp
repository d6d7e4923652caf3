#include "engine/numbers/false_discovery.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace engine {

std::vector<bool> beyondChance(std::span<const std::optional<double>> chances, double rate)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        if (chances[i])
            order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t place) { return *chances[place]; });
    std::size_t kept = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        if (*chances[order[rank]] <= rate * static_cast<double>(rank + 1) / static_cast<double>(order.size()))
            kept = rank + 1;
    }
    std::vector<bool> beyond(chances.size(), false);
    for (std::size_t rank = 0; rank < kept; ++rank)
        beyond[order[rank]] = true;
    return beyond;
}

std::vector<double> discoveryRates(std::span<const double> chances)
{
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t place) { return chances[place]; });
    std::vector<double> rates(chances.size());
    double smallest = 1.0;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t place = order[rank - 1];
        smallest = std::min(smallest,
                            chances[place] * static_cast<double>(order.size()) / static_cast<double>(rank));
        rates[place] = smallest;
    }
    return rates;
}

}
