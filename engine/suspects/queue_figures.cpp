#include "engine/suspects/queue_figures.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

QueueFigures queueFigures(std::span<const double> scores, const std::vector<bool>& isWrong)
{
    requireSameLength("marks of scores", isWrong.size(), scores.size());
    const std::size_t count = scores.size();
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    const auto wrong = static_cast<double>(std::ranges::count(isWrong, true));
    QueueFigures figures;
    const auto tenth = static_cast<std::size_t>(std::lround(0.1 * static_cast<double>(count)));
    const auto fifth = static_cast<std::size_t>(std::lround(0.2 * static_cast<double>(count)));
    double found = 0.0;
    for (std::size_t place = 0; place < count && wrong > 0.0; ++place) {
        if (!isWrong[order[place]])
            continue;
        found += 1.0;
        figures.averagePrecision += found / static_cast<double>(place + 1) / wrong;
        figures.inFirstTenth += place < tenth ? 1.0 / wrong : 0.0;
        figures.inFirstFifth += place < fifth ? 1.0 / wrong : 0.0;
        if (figures.effort == 0.0 && found >= 0.8 * wrong - 1e-9)
            figures.effort = static_cast<double>(place + 1) / static_cast<double>(count);
    }
    return figures;
}

}
