#include "engine/extraction/extraction_shards.h"

#include <algorithm>
#include <numeric>

namespace engine {

std::vector<std::size_t> shardsByLength(const std::vector<double>& seconds, std::size_t shards)
{
    std::vector<std::size_t> order(seconds.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return seconds[a] > seconds[b]; });
    std::vector<double> load(shards, 0.0);
    std::vector<std::size_t> result(seconds.size());
    for (const std::size_t recording : order) {
        const auto least = std::ranges::min_element(load);
        result[recording] = static_cast<std::size_t>(least - load.begin());
        *least += seconds[recording];
    }
    return result;
}

}
