#include "engine/numbers/weighted_regression.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>

namespace engine {

std::vector<double> solvedPositive(std::vector<double> a, std::vector<double> b)
{
    requireSameLength("elements of a matrix", a.size(), b.size() * b.size());
    const std::size_t n = b.size();
    constexpr double least = 1e-10; // a direction without any weight
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t i = j; i < n; ++i) {
            double sum = a[i * n + j];
            for (std::size_t k = 0; k < j; ++k)
                sum -= a[i * n + k] * a[j * n + k];
            a[i * n + j] = i == j ? std::sqrt(std::max(sum, least)) : sum / a[j * n + j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i * n + k] * b[k];
        b[i] /= a[i * n + i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            b[i] -= a[k * n + i] * b[k];
        b[i] /= a[i * n + i];
    }
    return b;
}

std::vector<double> weightedRegression(const Columns& columns, std::span<const double> targets,
                                       std::span<const double> weights, std::span<const double> penalties)
{
    requireSameLength("weights of targets", weights.size(), targets.size());
    requireSameLength("penalties of columns", penalties.size(), columns.size());
    for (const std::vector<double>& column : columns)
        requireSameLength("rows of a column", column.size(), targets.size());
    const std::size_t n = columns.size() + 1;
    std::vector<double> products(n * n, 0.0), moments(n, 0.0), row(n, 1.0);
    double total = 0.0;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        for (std::size_t d = 0; d + 1 < n; ++d)
            row[d] = columns[d][i];
        for (std::size_t d = 0; d < n; ++d) {
            for (std::size_t e = 0; e < n; ++e)
                products[d * n + e] += weights[i] * row[d] * row[e];
            moments[d] += weights[i] * row[d] * targets[i];
        }
        total += weights[i];
    }
    if (total <= 0.0)
        return std::vector<double>(n, 0.0);
    for (std::size_t d = 0; d + 1 < n; ++d)
        products[d * n + d] += penalties[d];
    return solvedPositive(std::move(products), std::move(moments));
}

}
