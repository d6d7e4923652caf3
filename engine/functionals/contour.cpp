#include "engine/functionals/contour.h"

#include <algorithm>
#include <cmath>

namespace engine::sound {

namespace {

constexpr double kSwing = 0.1; ///< of the range
constexpr std::size_t kShortestRun = 3;
constexpr std::size_t kShortestGap = 2;

struct Extreme {
    std::size_t row = 0;
    double value = 0.0;
};

/// The ends of the contour and, between them, lows and highs in turn.
std::vector<Extreme> extremesOf(std::span<const double> contour, double swing)
{
    std::vector<Extreme> extremes{{0, contour[0]}};
    Extreme low = extremes[0];
    Extreme high = extremes[0];
    int direction = 0; // where the contour is going: 0 as long as that is not known
    for (std::size_t row = 1; row < contour.size(); ++row) {
        const double value = contour[row];
        if (value > high.value)
            high = {row, value};
        if (value < low.value)
            low = {row, value};
        if (direction >= 0 && high.value - value >= swing) {
            if (high.row > extremes.back().row)
                extremes.push_back(high);
            direction = -1;
            low = high = {row, value};
        } else if (direction <= 0 && value - low.value >= swing) {
            if (low.row > extremes.back().row)
                extremes.push_back(low);
            direction = 1;
            low = high = {row, value};
        }
    }
    const Extreme last = direction >= 0 ? high : low;
    if (direction != 0 && last.row > extremes.back().row)
        extremes.push_back(last);
    if (extremes.back().row + 1 < contour.size())
        extremes.push_back({contour.size() - 1, contour.back()});
    return extremes;
}

}

Spread spreadOf(std::span<const double> values)
{
    if (values.empty())
        return {};
    Spread spread;
    for (const double value : values)
        spread.mean += value;
    spread.mean /= static_cast<double>(values.size());
    for (const double value : values)
        spread.deviation += (value - spread.mean) * (value - spread.mean);
    spread.deviation = std::sqrt(spread.deviation / static_cast<double>(values.size()));
    return spread;
}

Swings swingsOf(std::span<const double> contour)
{
    Swings swings;
    if (contour.size() < 2)
        return swings;
    const auto [least, most] = std::minmax_element(contour.begin(), contour.end());
    if (!(*most > *least))
        return swings;
    const std::vector<Extreme> extremes = extremesOf(contour, kSwing * (*most - *least));
    for (std::size_t i = 1; i < extremes.size(); ++i) {
        const double slope = (extremes[i].value - extremes[i - 1].value)
            / static_cast<double>(extremes[i].row - extremes[i - 1].row);
        if (slope > 0.0)
            swings.rises.push_back(slope);
        if (slope < 0.0)
            swings.falls.push_back(-slope);
        const bool isPeak
            = i + 1 < extremes.size() && slope > 0.0 && extremes[i + 1].value < extremes[i].value;
        swings.peaks += isPeak ? 1 : 0;
    }
    return swings;
}

std::vector<double> runsOf(std::span<const bool> rows, bool wanted)
{
    std::vector<double> lengths;
    for (std::size_t row = 0; row < rows.size();) {
        if (rows[row] != wanted) {
            ++row;
            continue;
        }
        std::size_t end = row; // of the run so far
        for (std::size_t at = row; at < rows.size() && at < end + kShortestGap; ++at) {
            if (rows[at] == wanted)
                end = at + 1;
        }
        if (end - row >= kShortestRun)
            lengths.push_back(static_cast<double>(end - row));
        row = end;
    }
    return lengths;
}

}
