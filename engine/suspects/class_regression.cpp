#include "engine/suspects/class_regression.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>

namespace engine {

std::vector<double> ClassRegression::chances(const Columns& columns, std::size_t segment) const
{
    const std::size_t classes = levels.size();
    requireSameLength("columns of weights", columns.size(), weights.size());
    for (const std::vector<double>& column : columns)
        requirePlace("segment", segment, classes == 0 ? 0 : column.size() / classes);
    std::vector<double> chances(levels);
    for (std::size_t m = 0; m < weights.size(); ++m) {
        for (std::size_t k = 0; k < classes; ++k)
            chances[k] += weights[m] * columns[m][segment * classes + k];
    }
    const double most = *std::ranges::max_element(chances);
    double sum = 0.0;
    for (double& chance : chances) {
        chance = std::exp(chance - most);
        sum += chance;
    }
    for (double& chance : chances)
        chance /= sum;
    return chances;
}

ClassRegression classRegression(const Columns& columns, std::size_t classes, std::span<const double> targets,
                                double penalty, ClassRegression start, int steps)
{
    requirePlace("least number of classes", 0, classes);
    for (const std::vector<double>& column : columns)
        requireSameLength("rows of a column", column.size(), targets.size());
    requireSameLength("targets of segments and classes", targets.size(), targets.size() / classes * classes);
    requireSameLength("weights to begin with", start.weights.size(), columns.size());
    requireSameLength("levels to begin with", start.levels.size(), classes);
    constexpr double settled = 1e-7, farthest = 4.0, onLevels = 1e-3;
    const std::size_t inputs = columns.size(), count = targets.size() / classes, n = inputs + classes - 1;
    ClassRegression& fit = start;
    std::vector<double> mean(n), one(n);
    for (int step = 0; step < steps; ++step) {
        std::vector<double> curvature(n * n, 0.0), slope(n, 0.0);
        for (std::size_t i = 0; i < count; ++i) {
            double weight = 0.0;
            for (std::size_t k = 0; k < classes; ++k)
                weight += targets[i * classes + k];
            if (weight <= 0.0)
                continue;
            const std::vector<double> chances = fit.chances(columns, i);
            std::ranges::fill(mean, 0.0);
            const auto row = [&](std::size_t k) { // what speaks for a class: columns, then which class it is
                std::ranges::fill(one, 0.0);
                for (std::size_t m = 0; m < inputs; ++m)
                    one[m] = columns[m][i * classes + k];
                if (k > 0)
                    one[inputs + k - 1] = 1.0;
            };
            for (std::size_t k = 0; k < classes; ++k) {
                row(k);
                for (std::size_t a = 0; a < n; ++a) {
                    mean[a] += chances[k] * one[a];
                    slope[a] += (targets[i * classes + k] - weight * chances[k]) * one[a];
                    for (std::size_t b = 0; b <= a; ++b)
                        curvature[a * n + b] += weight * chances[k] * one[a] * one[b];
                }
            }
            for (std::size_t a = 0; a < n; ++a) {
                for (std::size_t b = 0; b <= a; ++b)
                    curvature[a * n + b] -= weight * mean[a] * mean[b];
            }
        }
        for (std::size_t a = 0; a < n; ++a) {
            const double value = a < inputs ? fit.weights[a] : fit.levels[a - inputs + 1];
            const double stiffness = a < inputs ? penalty : onLevels;
            slope[a] -= stiffness * value;
            curvature[a * n + a] += stiffness;
        }
        const std::vector<double> moves = solvedPositive(curvature, slope);
        double largest = 0.0;
        for (std::size_t a = 0; a < n; ++a) {
            const double move = std::clamp(moves[a], -farthest, farthest);
            (a < inputs ? fit.weights[a] : fit.levels[a - inputs + 1]) += move;
            largest = std::max(largest, std::abs(move));
        }
        if (largest < settled)
            break;
    }
    return start;
}

}
