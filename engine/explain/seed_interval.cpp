#include "engine/explain/seed_interval.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace engine {

namespace {

/// Of 1, 2, 3 … 10 degrees of freedom, where the expansion below is not exact enough.
constexpr std::array<double, 10> kStudentFactors{12.7062, 4.3027, 3.1824, 2.7764, 2.5706,
                                                 2.4469,  2.3646, 2.3060, 2.2622, 2.2281};

struct Spread {
    double mean = 0.0;
    double variance = 0.0; ///< of n − 1
};

Spread spreadOverSeeds(std::span<const double> values)
{
    const auto count = static_cast<double>(values.size());
    Spread spread{std::accumulate(values.begin(), values.end(), 0.0) / count, 0.0};
    for (const double value : values)
        spread.variance += (value - spread.mean) * (value - spread.mean) / (count - 1.0);
    return spread;
}

Interval around(double middle, double deviation, double freedom)
{
    const double half = deviation > 0.0 ? studentFactor(freedom) * deviation : 0.0;
    return {middle - half, middle + half};
}

}

double studentFactor(double freedom)
{
    const auto table = [](double whole) {
        return kStudentFactors[std::min(static_cast<std::size_t>(whole) - 1, kStudentFactors.size() - 1)];
    };
    if (freedom < static_cast<double>(kStudentFactors.size())) {
        const double low = std::max(1.0, std::floor(freedom));
        const double part = std::max(0.0, freedom - low);
        return (1.0 - part) * table(low) + part * table(low + 1.0);
    }
    constexpr double z = 1.959963985; // Cornish and Fisher 1938, to the third term
    const double cubed = z * z * z;
    const double fifth = cubed * z * z;
    const double seventh = fifth * z * z;
    return z + (cubed + z) / (4.0 * freedom)
        + (5.0 * fifth + 16.0 * cubed + 3.0 * z) / (96.0 * freedom * freedom)
        + (3.0 * seventh + 19.0 * fifth + 17.0 * cubed - 15.0 * z) / (384.0 * freedom * freedom * freedom);
}

std::optional<Interval> seedInterval(std::span<const double> firsts, std::span<const double> seconds)
{
    if (firsts.size() < 2 || seconds.size() < 2)
        return std::nullopt;
    const auto count = static_cast<double>(firsts.size());
    if (firsts.size() == seconds.size()) {
        std::vector<double> differences;
        for (std::size_t i = 0; i < firsts.size(); ++i)
            differences.push_back(seconds[i] - firsts[i]);
        const Spread spread = spreadOverSeeds(differences);
        return around(spread.mean, std::sqrt(spread.variance / count), count - 1.0);
    }
    const Spread first = spreadOverSeeds(firsts);
    const Spread second = spreadOverSeeds(seconds);
    const double own = first.variance / count;
    const double other = second.variance / static_cast<double>(seconds.size());
    const double total = own + other;
    const double freedom = total > 0.0 ? total * total
            / (own * own / (count - 1.0) + other * other / (static_cast<double>(seconds.size()) - 1.0))
                                       : 1.0;
    return around(second.mean - first.mean, std::sqrt(total), freedom);
}

}
