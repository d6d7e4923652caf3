#include "engine/raters/scoring.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kNoStep = 1e-10;
constexpr int kHalvings = 20;

/// Solves curvature · step = gradient by Cholesky's decomposition; a curve of nothing is lifted a little.
std::vector<double> stepOf(const ScoredPoint& point)
{
    const std::size_t size = point.gradient.size();
    std::vector<double> lower = point.curvature;
    std::vector<double> step = point.gradient;
    const auto at
        = [&](std::size_t row, std::size_t column) -> double& { return lower[row * size + column]; };
    for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t column = 0; column <= row; ++column) {
            double sum = at(row, column);
            for (std::size_t k = 0; k < column; ++k)
                sum -= at(row, k) * at(column, k);
            if (row == column)
                at(row, row) = std::sqrt(std::max(sum, 1e-9 * (1.0 + point.curvature[row * size + row])));
            else
                at(row, column) = sum / at(column, column);
        }
    }
    for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t k = 0; k < row; ++k)
            step[row] -= at(row, k) * step[k];
        step[row] /= at(row, row);
    }
    for (std::size_t row = size; row-- > 0;) {
        for (std::size_t k = row + 1; k < size; ++k)
            step[row] -= at(k, row) * step[k];
        step[row] /= at(row, row);
    }
    return step;
}

}

std::vector<double> leastByScoring(const std::function<ScoredPoint(std::span<const double>)>& function,
                                   std::vector<double> from, std::span<const NumberRange> ranges,
                                   double settled, int most)
{
    ScoredPoint here = function(from);
    for (int round = 0; round < most; ++round) {
        const std::vector<double> step = stepOf(here);
        double part = 1.0, longest = 0.0;
        bool isBetter = false;
        for (int halving = 0; halving < kHalvings && !isBetter; ++halving, part /= 2.0) {
            std::vector<double> to = from;
            longest = 0.0;
            for (std::size_t i = 0; i < to.size(); ++i) {
                to[i] -= part * step[i];
                if (!ranges.empty())
                    to[i] = std::clamp(to[i], ranges[i].low, ranges[i].high);
                longest = std::max(longest, std::abs(to[i] - from[i]));
            }
            if (longest < kNoStep)
                break;
            ScoredPoint there = function(to);
            if (there.value < here.value) {
                isBetter = true;
                here = std::move(there);
                from = std::move(to);
            }
        }
        if (!isBetter || longest < settled)
            break;
    }
    return from;
}

}
