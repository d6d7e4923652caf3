#include "engine/completion/softmax_regression.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr int kSteps = 120;
constexpr int kPowerSteps = 12;

/// The greatest eigenvalue of XᵀX / n over the rows that count, with a column of ones: how steep the loss can
/// be.
double steepness(MatrixView rows, const std::vector<std::size_t>& used)
{
    std::vector<double> direction(rows.columns + 1, 1.0), next(rows.columns + 1);
    double greatest = 1.0;
    for (int step = 0; step < kPowerSteps; ++step) {
        std::ranges::fill(next, 0.0);
        for (const std::size_t i : used) {
            double product = direction.back();
            for (std::size_t d = 0; d < rows.columns; ++d)
                product += rows.at(i, d) * direction[d];
            for (std::size_t d = 0; d < rows.columns; ++d)
                next[d] += product * rows.at(i, d);
            next.back() += product;
        }
        double length = 0.0;
        for (const double value : next)
            length += value * value;
        length = std::sqrt(length);
        if (!(length > 0.0))
            return 1.0;
        greatest = length / static_cast<double>(used.size());
        for (std::size_t d = 0; d < next.size(); ++d)
            direction[d] = next[d] / length;
    }
    return greatest * 1.1; // the power method comes from below
}

void toProbabilities(std::vector<double>& scores)
{
    const double greatest = *std::ranges::max_element(scores);
    double sum = 0.0;
    for (double& score : scores)
        sum += score = std::exp(score - greatest);
    for (double& score : scores)
        score /= sum;
}

void scoresOf(const std::vector<double>& coefficients, std::span<const float> row,
              std::vector<double>& scores)
{
    const std::size_t width = row.size() + 1;
    for (std::size_t c = 0; c < scores.size(); ++c) {
        const double* b = &coefficients[c * width];
        double sum = b[row.size()];
        for (std::size_t d = 0; d < row.size(); ++d)
            sum += b[d] * row[d];
        scores[c] = sum;
    }
}

}

std::vector<double> SoftmaxRegression::probabilities(std::span<const float> row) const
{
    std::vector<double> scores(classes);
    scoresOf(coefficients, row, scores);
    toProbabilities(scores);
    return scores;
}

SoftmaxRegression softmaxRegression(MatrixView rows, std::span<const int> given, std::size_t classes,
                                    double penalty)
{
    SoftmaxRegression model{classes, rows.columns, std::vector<double>(classes * (rows.columns + 1), 0.0)};
    std::vector<std::size_t> used;
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] >= 0)
            used.push_back(i);
    }
    if (used.empty() || classes == 0)
        return model;
    const std::size_t width = rows.columns + 1;
    const double share = 1.0 / static_cast<double>(used.size());
    const double rate = 1.0 / (0.5 * steepness(rows, used) + penalty);
    std::vector<double> ahead = model.coefficients, slopes(model.coefficients.size()), scores(classes);
    double momentum = 1.0;
    for (int step = 0; step < kSteps; ++step) {
        std::ranges::fill(slopes, 0.0);
        for (const std::size_t i : used) {
            const std::span<const float> row(&rows.values[i * rows.columns], rows.columns);
            scoresOf(ahead, row, scores);
            toProbabilities(scores);
            for (std::size_t c = 0; c < classes; ++c) {
                const double error = (scores[c] - (static_cast<int>(c) == given[i] ? 1.0 : 0.0)) * share;
                double* slope = &slopes[c * width];
                for (std::size_t d = 0; d < rows.columns; ++d)
                    slope[d] += error * row[d];
                slope[rows.columns] += error;
            }
        }
        const double after = (1.0 + std::sqrt(1.0 + 4.0 * momentum * momentum)) / 2.0;
        for (std::size_t k = 0; k < ahead.size(); ++k) {
            const bool isIntercept = k % width == rows.columns;
            const double was = model.coefficients[k];
            model.coefficients[k] = ahead[k] - rate * (slopes[k] + (isIntercept ? 0.0 : penalty * ahead[k]));
            ahead[k] = model.coefficients[k] + (momentum - 1.0) / after * (model.coefficients[k] - was);
        }
        momentum = after;
    }
    return model;
}

}
