#include "engine/raters/influence_arms.h"

#include "engine/numbers/draws.h"

#include <numeric>
#include <utility>

namespace engine {

namespace {

std::vector<std::size_t> drawnOrder(std::size_t count, Draws& draws)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[draws.below(static_cast<std::uint32_t>(i))]);
    return order;
}

}

std::vector<std::vector<bool>> influenceArms(std::size_t units, std::size_t raters, std::uint32_t seed)
{
    Draws draws(seed);
    std::vector<std::vector<bool>> shown(units, std::vector<bool>(raters, false));
    const std::vector<std::size_t> order = drawnOrder(units, draws);
    for (std::size_t first = 0; first < units; first += 2) {
        const std::vector<std::size_t> people = drawnOrder(raters, draws);
        // of an odd number of raters the larger half is that of the first unit of one pair, of the second of
        // the next
        const std::size_t half = raters / 2 + (raters % 2 == 1 && first / 2 % 2 == 0 ? 1 : 0);
        for (std::size_t i = 0; i < raters; ++i) {
            const bool isFirst = i < half;
            if (isFirst)
                shown[order[first]][people[i]] = true;
            else if (first + 1 < units)
                shown[order[first + 1]][people[i]] = true;
        }
    }
    return shown;
}

}
