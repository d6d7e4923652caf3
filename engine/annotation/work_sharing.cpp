#include "engine/annotation/work_sharing.h"

#include "engine/core/seeded_shuffle.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

std::vector<std::vector<std::size_t>> shareWork(std::size_t items, const WorkSharing& sharing)
{
    std::vector<std::vector<std::size_t>> shares(sharing.raters);
    if (sharing.raters == 0)
        return shares;
    std::mt19937 random(sharing.seed);
    std::vector<std::size_t> order(items);
    std::iota(order.begin(), order.end(), 0);
    shuffleSeeded(order, random);
    const auto common = static_cast<std::size_t>(
        std::llround(std::clamp(sharing.common, 0.0, 1.0) * static_cast<double>(items)));
    std::vector<std::size_t> raters(sharing.raters);
    std::iota(raters.begin(), raters.end(), 0);
    for (std::size_t place = 0; place < items; ++place) {
        shuffleSeeded(raters, random); // so that all pairs of raters meet
        std::ranges::stable_sort(raters, {}, [&](std::size_t rater) { return shares[rater].size(); });
        const std::size_t judges
            = std::clamp<std::size_t>(place < common ? sharing.each : sharing.rest, 1, raters.size());
        for (std::size_t judge = 0; judge < judges; ++judge)
            shares[raters[judge]].push_back(order[place]);
    }
    for (std::vector<std::size_t>& share : shares)
        std::ranges::sort(share);
    return shares;
}

}
