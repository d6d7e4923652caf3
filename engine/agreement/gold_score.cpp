#include "engine/agreement/gold_score.h"

#include <cmath>

namespace engine {

namespace {

constexpr double kHitRounding = 1e-9; // a mean of thirds is half a step away as well

}

bool isHit(const GoldAnswer& answer, double step)
{
    return std::abs(answer.given - answer.right) <= step / 2.0 + kHitRounding;
}

GoldScore goldScore(std::span<const GoldAnswer> answers, double step)
{
    GoldScore score;
    double distance = 0.0, bias = 0.0;
    for (const GoldAnswer& answer : answers) {
        ++score.answers;
        score.hits += isHit(answer, step) ? 1 : 0;
        distance += std::abs(answer.given - answer.right);
        bias += answer.given - answer.right;
    }
    if (score.answers > 0) {
        score.distance = distance / static_cast<double>(score.answers);
        score.bias = bias / static_cast<double>(score.answers);
    }
    return score;
}

}
