#include "engine/numbers/false_discovery.h"

#include <algorithm>
#include <cstddef>

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

}
