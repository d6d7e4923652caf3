#include "engine/completion/calibration.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kSlopePenalty = 1.0; // of a slope per deviation of the scores
constexpr int kNewtonSteps = 30;

double logistic(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

}

double Calibration::operator()(double score) const
{
    return logistic(offset + slope * (score - middle) / spread);
}

Calibration calibrationOf(std::span<const double> scores, const std::vector<bool>& isRight)
{
    Calibration curve;
    const auto n = static_cast<double>(scores.size());
    if (scores.empty())
        return curve;
    double sum = 0.0, squares = 0.0;
    for (const double score : scores)
        sum += score;
    curve.middle = sum / n;
    for (const double score : scores)
        squares += (score - curve.middle) * (score - curve.middle);
    if (const double deviation = std::sqrt(squares / n); deviation > 1e-9)
        curve.spread = deviation;
    const auto hits = static_cast<double>(std::ranges::count(isRight, true));
    const double whenRight = (hits + 1.0) / (hits + 2.0), whenWrong = 1.0 / (n - hits + 2.0);
    for (int step = 0; step < kNewtonSteps; ++step) {
        double toOffset = 0.0, toSlope = -kSlopePenalty * curve.slope;
        double offsets = 1e-9, both = 0.0, slopes = kSlopePenalty;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const double x = (scores[i] - curve.middle) / curve.spread;
            const double p = logistic(curve.offset + curve.slope * x);
            const double error = (isRight[i] ? whenRight : whenWrong) - p;
            const double weight = std::max(p * (1.0 - p), 1e-6);
            toOffset += error;
            toSlope += error * x;
            offsets += weight;
            both += weight * x;
            slopes += weight * x * x;
        }
        const double determinant = offsets * slopes - both * both;
        curve.offset += std::clamp((slopes * toOffset - both * toSlope) / determinant, -2.0, 2.0);
        curve.slope += std::clamp((offsets * toSlope - both * toOffset) / determinant, -2.0, 2.0);
    }
    if (curve.slope < 0.0) { // a better score is no worse: the scores tell nothing
        curve.slope = 0.0;
        curve.offset = logOdds((hits + 1.0) / (n + 2.0));
    }
    return curve;
}

double logOdds(double probability)
{
    const double p = std::clamp(probability, 1e-4, 1.0 - 1e-4);
    return std::log(p / (1.0 - p));
}

}
