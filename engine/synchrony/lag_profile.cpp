#include "engine/synchrony/lag_profile.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace engine {

namespace {

constexpr double kNoTop = std::numeric_limits<double>::quiet_NaN();

}

double fisherZ(double r)
{
    constexpr double kMost = 0.999999;
    return std::isnan(r) ? r : std::atanh(std::clamp(r, -kMost, kMost));
}

RefinedTop refinedTop(std::span<const double> values, std::size_t place)
{
    if (place > 0 && place + 1 < values.size()) {
        const double before = values[place - 1], top = values[place], behind = values[place + 1];
        const double bend = before - 2.0 * top + behind;
        if (bend < 0.0 && std::isfinite(bend)) {
            const double offset = std::clamp(0.5 * (before - behind) / bend, -0.5, 0.5);
            return {offset, top - 0.25 * (before - behind) * offset};
        }
    }
    return {0.0, values[place]};
}

namespace {

/// Sums of z and |z|, of each lag and of all.
struct SummedZ {
    std::vector<double> sums;
    std::vector<double> counts;
    double absolute = 0.0;
    double all = 0.0;

    explicit SummedZ(const LagMatrix& matrix) : sums(matrix.columns, 0.0), counts(matrix.columns, 0.0)
    {
        for (std::size_t row = 0; row < matrix.rows; ++row) {
            for (std::size_t column = 0; column < matrix.columns; ++column) {
                const double z = fisherZ(matrix.at(row, column));
                if (std::isnan(z))
                    continue;
                sums[column] += z;
                counts[column] += 1.0;
                absolute += std::abs(z);
            }
        }
        for (const double count : counts)
            all += count;
    }
    std::vector<double> profile() const
    {
        std::vector<double> means(sums.size(), kNoTop);
        for (std::size_t column = 0; column < sums.size(); ++column) {
            if (counts[column] > 0.0)
                means[column] = sums[column] / counts[column];
        }
        return means;
    }
};

}

std::vector<double> lagProfile(const LagMatrix& matrix)
{
    return SummedZ(matrix).profile();
}

LagStatistics lagStatistics(const LagMatrix& matrix)
{
    const SummedZ summed(matrix);
    const std::vector<double> profile = summed.profile();
    LagStatistics found{kNoTop, kNoTop, 0, 0.0};
    if (summed.all == 0.0)
        return found;
    found.meanAbs = summed.absolute / summed.all;
    const auto middle = static_cast<std::ptrdiff_t>(profile.size() / 2);
    const auto key = [&](std::size_t place) {
        const std::ptrdiff_t lag = static_cast<std::ptrdiff_t>(place) - middle;
        return std::tuple(-profile[place], std::abs(lag), lag < 0);
    };
    for (std::size_t place = 0; place < profile.size(); ++place) {
        if (std::isnan(profile[place]))
            continue;
        if (std::isnan(found.strength) || key(place) < key(found.place)) {
            found.place = place;
            found.strength = profile[place];
        }
    }
    found.lag = static_cast<double>(found.place) + refinedTop(profile, found.place).offset;
    return found;
}

std::vector<double> largestOfRows(const LagMatrix& matrix)
{
    std::vector<double> largest(matrix.rows, kNoTop);
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        for (std::size_t column = 0; column < matrix.columns; ++column)
            largest[row] = std::fmax(largest[row], matrix.at(row, column));
    }
    return largest;
}

}
