#include "engine/suspects/label_prediction.h"

#include "engine/numbers/moments.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace engine {

namespace {

/// As populationVariance(), but divided once, at the end: the last digits of what is published are so.
double varianceOf(std::span<const double> values, double mean)
{
    double sum = 0.0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return sum / static_cast<double>(values.size());
}

double applied(const std::vector<double>& coefficients, const Columns& columns, std::size_t row)
{
    double sum = coefficients.back();
    for (std::size_t d = 0; d < columns.size(); ++d)
        sum += coefficients[d] * columns[d][row];
    return sum;
}

/// The mean of all predictions first, then how far each is from it: their weights are small unless the labels
/// say otherwise.
struct Stacked {
    Columns columns;
    std::vector<double> penalties;
    std::vector<double> disagreement; ///< N: deviation of the models
};

Stacked stackedColumns(const PredictionEvidence& evidence)
{
    const std::size_t count = evidence.labels.size();
    Columns all = evidence.members;
    if (!evidence.neighbours.empty())
        all.push_back(evidence.neighbours);
    Stacked stacked;
    stacked.columns.assign(all.size() + 1, std::vector<double>(count));
    stacked.disagreement.resize(count);
    std::vector<double> said(all.size());
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t m = 0; m < all.size(); ++m)
            said[m] = all[m][i];
        const double mean = meanOf(said);
        stacked.columns.front()[i] = mean;
        for (std::size_t m = 0; m < all.size(); ++m)
            stacked.columns[m + 1][i] = said[m] - mean;
        stacked.disagreement[i] = std::sqrt(varianceOf(said, mean));
    }
    constexpr double shrinkage = 0.01;
    const double penalty
        = shrinkage * static_cast<double>(count) * varianceOf(evidence.labels, meanOf(evidence.labels));
    stacked.penalties.assign(stacked.columns.size(), penalty * 20.0);
    stacked.penalties.front() = 0.0;
    return stacked;
}

/// log x with mean 0 and deviation 1; zeros where all are alike.
std::vector<double> standardisedLog(std::vector<double> values)
{
    const double floor = 0.05 * meanOf(values) + 1e-9;
    for (double& value : values)
        value = std::log(value + floor);
    const double mean = meanOf(values), deviation = std::sqrt(varianceOf(values, mean));
    for (double& value : values)
        value = deviation > 1e-9 ? (value - mean) / deviation : 0.0;
    return values;
}

/// Variances as a log-linear function of the columns, by iteratively weighted least squares (a gamma
/// regression of the squared errors).
std::vector<double> fittedDeviations(const Columns& columns, const std::vector<double>& errors,
                                     std::span<const double> trust)
{
    const std::size_t count = errors.size();
    std::vector<double> squares(count), weights(trust.begin(), trust.end());
    double sum = 0.0, total = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        squares[i] = errors[i] * errors[i];
        sum += trust[i] * squares[i];
        total += trust[i];
    }
    const double level = std::log(std::max(sum / std::max(total, 1e-9), 1e-9));
    std::vector<double> logs(count, level), working(count);
    const std::vector<double> penalties(columns.size(), 0.02 * static_cast<double>(count));
    constexpr int rounds = 8;
    constexpr double farthest = 1.6; // of the log of a variance from its mean
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < count; ++i)
            working[i] = logs[i] + std::min(squares[i] * std::exp(-logs[i]), 9.0) - 1.0;
        const std::vector<double> fit = weightedRegression(columns, working, weights, penalties);
        for (std::size_t i = 0; i < count; ++i)
            logs[i] = std::clamp(applied(fit, columns, i), level - farthest, level + farthest);
    }
    std::vector<double> deviations(count);
    for (std::size_t i = 0; i < count; ++i)
        deviations[i] = std::exp(0.5 * logs[i]);
    return deviations;
}

}

LabelPrediction labelPrediction(const PredictionEvidence& evidence, std::span<const double> trust)
{
    const std::size_t count = evidence.labels.size();
    if (count == 0)
        return {};
    const Stacked stacked = stackedColumns(evidence);
    LabelPrediction prediction;
    prediction.expected.resize(count);
    for (const std::size_t fold : std::set<std::size_t>(evidence.folds.begin(), evidence.folds.end())) {
        std::vector<double> weights(trust.begin(), trust.end());
        for (std::size_t i = 0; i < count; ++i) {
            if (evidence.folds[i] == fold)
                weights[i] = 0.0;
        }
        const std::vector<double> fit
            = weightedRegression(stacked.columns, evidence.labels, weights, stacked.penalties);
        for (std::size_t i = 0; i < count; ++i) {
            if (evidence.folds[i] == fold)
                prediction.expected[i] = applied(fit, stacked.columns, i);
        }
    }
    std::vector<double> errors(count);
    for (std::size_t i = 0; i < count; ++i)
        errors[i] = evidence.labels[i] - prediction.expected[i];
    Columns doubts{standardisedLog(stacked.disagreement)};
    if (!evidence.neighbourDeviations.empty())
        doubts.push_back(standardisedLog(evidence.neighbourDeviations));
    prediction.deviations = fittedDeviations(doubts, errors, trust);
    return prediction;
}

}
