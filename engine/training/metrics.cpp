#include "engine/training/metrics.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace engine {

namespace {

using Values = std::span<const double>;
using Classes = std::vector<bool>;

double mean(Values values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double meanAbsoluteError(Values predictions, Values truths)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < truths.size(); ++i)
        sum += std::abs(predictions[i] - truths[i]);
    return sum / static_cast<double>(truths.size());
}

std::optional<double> correlation(Values a, Values b)
{
    const double meanA = mean(a);
    const double meanB = mean(b);
    double covariance = 0.0;
    double varianceA = 0.0;
    double varianceB = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        covariance += (a[i] - meanA) * (b[i] - meanB);
        varianceA += (a[i] - meanA) * (a[i] - meanA);
        varianceB += (b[i] - meanB) * (b[i] - meanB);
    }
    const double product = std::sqrt(varianceA * varianceB);
    if (!(product > 0.0))
        return std::nullopt;
    return covariance / product;
}

/// Share of rows that agree when both scores are clipped to ±limit and rounded half to even.
double roundedAccuracy(Values predictions, Values truths, double limit)
{
    const auto rounded = [limit](double value) { return std::nearbyint(std::clamp(value, -limit, limit)); };
    std::size_t equal = 0;
    for (std::size_t i = 0; i < truths.size(); ++i)
        equal += rounded(predictions[i]) == rounded(truths[i]) ? 1 : 0;
    return static_cast<double>(equal) / static_cast<double>(truths.size());
}

double accuracy(const Classes& predictions, const Classes& truths)
{
    std::size_t equal = 0;
    for (std::size_t i = 0; i < truths.size(); ++i)
        equal += predictions[i] == truths[i] ? 1 : 0;
    return static_cast<double>(equal) / static_cast<double>(truths.size());
}

/// F1 of both classes, each weighted by how often it is true; 0 for a class without any hit.
double weightedF1(const Classes& predictions, const Classes& truths)
{
    double sum = 0.0;
    for (const bool side : {false, true}) {
        std::size_t hits = 0;
        const auto supported = static_cast<std::size_t>(std::ranges::count(truths, side));
        const auto predicted = static_cast<std::size_t>(std::ranges::count(predictions, side));
        for (std::size_t i = 0; i < truths.size(); ++i)
            hits += predictions[i] == side && truths[i] == side ? 1 : 0;
        if (hits > 0)
            sum += static_cast<double>(supported * 2 * hits) / static_cast<double>(supported + predicted);
    }
    return sum / static_cast<double>(truths.size());
}

}

RegressionScores scoreRegression(Values predictions, Values truths)
{
    if (predictions.size() != truths.size() || truths.empty())
        throw ShapeError("row_mismatch", "Scores need as many predictions as truths, and at least one.");

    RegressionScores scores;
    scores.count = truths.size();
    scores.meanAbsoluteError = meanAbsoluteError(predictions, truths);
    scores.correlation = correlation(predictions, truths);
    scores.accuracy7 = roundedAccuracy(predictions, truths, 3.0);
    scores.accuracy5 = roundedAccuracy(predictions, truths, 2.0);
    scores.accuracy3 = roundedAccuracy(predictions, truths, 1.0);

    Classes predictedNotNegative, trulyNotNegative, predictedPositive, trulyPositive;
    for (std::size_t i = 0; i < truths.size(); ++i) {
        predictedNotNegative.push_back(predictions[i] >= 0.0);
        trulyNotNegative.push_back(truths[i] >= 0.0);
        if (truths[i] == 0.0)
            continue;
        predictedPositive.push_back(predictions[i] > 0.0);
        trulyPositive.push_back(truths[i] > 0.0);
    }
    scores.accuracy2Has0 = accuracy(predictedNotNegative, trulyNotNegative);
    scores.f1Has0 = weightedF1(predictedNotNegative, trulyNotNegative);
    scores.countNon0 = trulyPositive.size();
    if (scores.countNon0 > 0) {
        scores.accuracy2Non0 = accuracy(predictedPositive, trulyPositive);
        scores.f1Non0 = weightedF1(predictedPositive, trulyPositive);
    }
    return scores;
}

}
