#include "engine/agreement/class_scores.h"

#include <algorithm>

namespace engine {

namespace {

/// Rows of which both say that they are of this class.
std::size_t hits(const BinaryClasses& predictions, const BinaryClasses& truths, bool side)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < truths.size(); ++i)
        count += predictions[i] == side && truths[i] == side ? 1 : 0;
    return count;
}

}

double classAccuracy(const BinaryClasses& predictions, const BinaryClasses& truths)
{
    return static_cast<double>(hits(predictions, truths, false) + hits(predictions, truths, true))
        / static_cast<double>(truths.size());
}

double weightedF1(const BinaryClasses& predictions, const BinaryClasses& truths)
{
    double sum = 0.0;
    for (const bool side : {false, true}) {
        const auto supported = static_cast<std::size_t>(std::ranges::count(truths, side));
        const auto predicted = static_cast<std::size_t>(std::ranges::count(predictions, side));
        if (const std::size_t hit = hits(predictions, truths, side); hit > 0)
            sum += static_cast<double>(supported * 2 * hit) / static_cast<double>(supported + predicted);
    }
    return sum / static_cast<double>(truths.size());
}

std::optional<double> weightedAccuracy(const BinaryClasses& predictions, const BinaryClasses& truths)
{
    const auto present = static_cast<double>(std::ranges::count(truths, true));
    const double absent = static_cast<double>(truths.size()) - present;
    if (present == 0.0 || absent == 0.0)
        return std::nullopt;
    return (static_cast<double>(hits(predictions, truths, true)) / present
            + static_cast<double>(hits(predictions, truths, false)) / absent)
        / 2.0;
}

}
