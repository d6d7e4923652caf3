#include "engine/agreement/regression_scores.h"

#include "engine/agreement/class_scores.h"
#include "engine/core/error.h"
#include "engine/numbers/moments.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

using Values = std::span<const double>;

double meanAbsoluteError(Values predictions, Values truths)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < truths.size(); ++i)
        sum += std::abs(predictions[i] - truths[i]);
    return sum / static_cast<double>(truths.size());
}

/// Share of rows that agree when both scores are rounded.
template <typename Rounding>
double roundedAccuracy(Values predictions, Values truths, Rounding rounded)
{
    std::size_t equal = 0;
    for (std::size_t i = 0; i < truths.size(); ++i)
        equal += rounded(predictions[i]) == rounded(truths[i]) ? 1 : 0;
    return static_cast<double>(equal) / static_cast<double>(truths.size());
}

}

double roundedAwayFrom0(double value)
{
    const double clipped = std::clamp(value, -3.0, 3.0);
    return clipped < 0.0 ? std::floor(clipped) : std::ceil(clipped);
}

RegressionScores scoreRegression(Values predictions, Values truths)
{
    if (predictions.size() != truths.size() || truths.empty())
        throw ShapeError("row_mismatch", "Scores need as many predictions as truths, and at least one.");

    RegressionScores scores;
    scores.count = truths.size();
    scores.meanAbsoluteError = meanAbsoluteError(predictions, truths);
    scores.correlation = pearson(predictions, truths);
    scores.concordance = linsConcordance(predictions, truths);
    const auto halfToEven = [&](double limit) {
        return roundedAccuracy(predictions, truths, [limit](double value) {
            return std::nearbyint(std::clamp(value, -limit, limit));
        });
    };
    scores.accuracy7 = halfToEven(3.0);
    scores.accuracy5 = halfToEven(2.0);
    scores.accuracy3 = halfToEven(1.0);
    scores.accuracy7AwayFrom0 = roundedAccuracy(predictions, truths, roundedAwayFrom0);

    BinaryClasses predictedNotNegative, trulyNotNegative, predictedPositive, trulyPositive;
    for (std::size_t i = 0; i < truths.size(); ++i) {
        predictedNotNegative.push_back(predictions[i] >= 0.0);
        trulyNotNegative.push_back(truths[i] >= 0.0);
        if (truths[i] == 0.0)
            continue;
        predictedPositive.push_back(predictions[i] > 0.0);
        trulyPositive.push_back(truths[i] > 0.0);
    }
    scores.accuracy2Has0 = classAccuracy(predictedNotNegative, trulyNotNegative);
    scores.f1Has0 = weightedF1(predictedNotNegative, trulyNotNegative);
    scores.countNon0 = trulyPositive.size();
    if (scores.countNon0 > 0) {
        scores.accuracy2Non0 = classAccuracy(predictedPositive, trulyPositive);
        scores.f1Non0 = weightedF1(predictedPositive, trulyPositive);
    }
    return scores;
}

}
