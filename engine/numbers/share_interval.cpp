#include "engine/numbers/share_interval.h"

#include <cmath>

namespace engine {

Interval shareInterval(double share, std::size_t count)
{
    if (count == 0)
        return {0.0, 1.0};
    constexpr double z = 1.96; // of 95 %
    const auto n = static_cast<double>(count);
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {middle - half, middle + half};
}

}
