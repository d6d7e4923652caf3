#include "engine/completion/completion.h"

#include "engine/numbers/share_interval.h"

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
    right.share = hits / static_cast<double>(right.count);
    right.likely = shareInterval(right.share, right.count);
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
