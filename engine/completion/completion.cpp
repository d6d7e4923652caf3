#include "engine/completion/completion.h"

#include <cmath>

namespace engine {

RightShare rightAbove(std::span<const CheckedAnswer> checks, double threshold)
{
    RightShare right;
    double hits = 0.0;
    for (const CheckedAnswer& check : checks) {
        if (check.confidence < threshold)
            continue;
        ++right.count;
        hits += check.isRight ? 1.0 : 0.0;
    }
    if (right.count == 0)
        return right;
    constexpr double z = 1.96; // of 95 %
    const auto n = static_cast<double>(right.count);
    right.share = hits / n;
    const double middle = (right.share + z * z / (2 * n)) / (1 + z * z / n);
    const double half
        = z * std::sqrt(right.share * (1 - right.share) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    right.low = middle - half;
    right.high = middle + half;
    return right;
}

double thresholdFor(std::span<const CheckedAnswer> checks, double share)
{
    for (int percent = 0; percent < 100; ++percent) {
        const RightShare right = rightAbove(checks, percent / 100.0);
        if (right.count >= kFewestAbove && right.share >= share)
            return percent / 100.0;
    }
    return 1.0;
}

}
