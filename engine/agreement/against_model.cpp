#include "engine/agreement/against_model.h"

#include "engine/agreement/class_scores.h"
#include "engine/agreement/regression_scores.h"
#include "engine/core/error.h"
#include "engine/numbers/moments.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

/// Scores beside the truth they are held against.
struct Scored {
    std::vector<double> scores;
    std::vector<double> truths;

    void add(std::optional<double> score, std::optional<double> truth)
    {
        if (!score || !truth)
            return;
        scores.push_back(*score);
        truths.push_back(*truth);
    }
};

struct Score {
    std::string key;
    std::string name;
    std::string rule;
    std::optional<double> value;
    std::size_t units = 0;
    bool needsSign = false; ///< leaves out truths of 0
};

/// All figures of N ≥ 1 rows.
std::vector<Score> scoresOf(const Scored& rows, ScoredScale scale, double presentAbove)
{
    const RegressionScores scores = scoreRegression(rows.scores, rows.truths);
    const std::size_t n = scores.count;
    std::vector<Score> figures{{"mae", "MAE", "mean absolute error", scores.meanAbsoluteError, n},
                               {"pearson", "Pearson's r", "correlation", scores.correlation, n},
                               {"ccc", "CCC", "moments divided by N", scores.concordance, n}};
    if (scale == ScoredScale::Emotion) {
        BinaryClasses predicted, truly;
        for (std::size_t i = 0; i < n; ++i) {
            predicted.push_back(rows.scores[i] > presentAbove);
            truly.push_back(rows.truths[i] > 0.0);
        }
        const std::string rule = presentAbove == 0.0
            ? std::string("present = above 0")
            : fmt::format("present = above 0, by the model above {}", presentAbove);
        figures.push_back({"wa", "weighted accuracy", rule, weightedAccuracy(predicted, truly), n});
        figures.push_back({"f1", "F1", rule + ", weighted by support", weightedF1(predicted, truly), n});
        return figures;
    }
    const std::string non0 = "negative / positive, without true zeros";
    figures.push_back({"acc7_away_from_0", "Acc-7", "rounded away from zero", scores.accuracy7AwayFrom0, n});
    figures.push_back({"acc7_half_to_even", "Acc-7", "rounded half to even", scores.accuracy7, n});
    figures.push_back({"acc2_has0", "Acc-2", "negative / not negative", scores.accuracy2Has0, n});
    figures.push_back({"f1_has0", "F1", "negative / not negative, weighted by support", scores.f1Has0, n});
    figures.push_back({"acc2_non0", "Acc-2", non0, scores.accuracy2Non0, scores.countNon0, true});
    figures.push_back(
        {"f1_non0", "F1", non0 + ", weighted by support", scores.f1Non0, scores.countNon0, true});
    return figures;
}

/// The figures' names, for tables that have no row to score.
std::vector<Score> emptyScores(ScoredScale scale, double presentAbove)
{
    std::vector<Score> scores = scoresOf({{0.0}, {0.0}}, scale, presentAbove);
    for (Score& score : scores) {
        score.value.reset();
        score.units = 0;
    }
    return scores;
}

/// @param whose  `model`, `people`
Statistic toStatistic(const Score& score, const std::string& whose, const char* against)
{
    Statistic statistic;
    statistic.key = whose + "_" + score.key;
    statistic.name = score.name + ", " + whose;
    statistic.rule = score.rule + ", " + against;
    statistic.units = score.units;
    return statistic;
}

constexpr const char* kZeroTruth = "units whose true value is 0";
constexpr const char* kCategories = "The ratings are names of categories, which have no mean.";

using Predictions = std::span<const std::optional<double>>;

std::vector<Statistic> figuresOfModel(const RatingTable& humans, Predictions predictions, ScoredScale scale,
                                      double presentAbove)
{
    Scored rows;
    for (std::size_t unit = 0; unit < predictions.size(); ++unit)
        rows.add(predictions[unit], humans.mean(unit));
    const std::size_t rated = rows.scores.size();
    std::vector<Statistic> figures;
    for (const Score& score :
         rated > 0 ? scoresOf(rows, scale, presentAbove) : emptyScores(scale, presentAbove)) {
        Statistic statistic = toStatistic(score, "model", "against the raters' mean");
        statistic.raters = humans.raters().size();
        statistic.drop("units without a prediction or a rating", predictions.size() - rated);
        statistic.drop(kZeroTruth, rated - std::min(rated, score.units));
        if (humans.isNominal())
            statistic.refuse({kCategories});
        else if (rated == 0)
            statistic.refuse({"No unit has a prediction and a rating."});
        else if (score.value)
            statistic.give(*score.value);
        else
            statistic.refuse({"All values are the same, or a class that it needs has no member."});
        figures.push_back(std::move(statistic));
    }
    return figures;
}

std::vector<Statistic> figuresOfPeople(const RatingTable& humans, Predictions predictions, ScoredScale scale)
{
    std::vector<std::vector<Score>> raters; // that can be compared at all
    for (std::size_t rater = 0; rater < humans.raters().size(); ++rater) {
        Scored rows;
        for (std::size_t unit = 0; unit < predictions.size(); ++unit) {
            if (predictions[unit])
                rows.add(humans.value(unit, rater), humans.mean(unit, rater));
        }
        if (!rows.scores.empty())
            raters.push_back(scoresOf(rows, scale, 0.0));
    }
    std::size_t compared = 0; // units that a rater and another one rated
    std::size_t signedUnits = 0; // of these, where the mean of a rater's others is not 0
    for (std::size_t unit = 0; unit < predictions.size(); ++unit) {
        if (!predictions[unit] || humans.valuesOf(unit).size() < 2)
            continue;
        ++compared;
        bool hasSign = false;
        for (std::size_t rater = 0; rater < humans.raters().size(); ++rater)
            hasSign |= humans.value(unit, rater) && humans.mean(unit, rater).value_or(0.0) != 0.0;
        signedUnits += hasSign ? 1 : 0;
    }

    std::vector<Statistic> figures;
    for (const Score& score : emptyScores(scale, 0.0)) {
        Statistic statistic = toStatistic(score, "people", "each against the mean of the others, averaged");
        std::vector<double> values;
        for (const std::vector<Score>& scores : raters) {
            if (const auto value = scores[figures.size()].value)
                values.push_back(*value);
        }
        statistic.units = score.needsSign ? signedUnits : compared;
        statistic.drop(kZeroTruth, compared - statistic.units);
        statistic.raters = values.size();
        statistic.drop("units without a prediction or two ratings", predictions.size() - compared);
        statistic.drop("raters without a value", humans.raters().size() - values.size());
        if (humans.isNominal())
            statistic.refuse({kCategories});
        else if (values.empty())
            statistic.refuse({"No rater has a value."});
        else
            statistic.give(meanOf(values));
        figures.push_back(std::move(statistic));
    }
    return figures;
}

}

ModelAgreement agreementWithModel(const RatingTable& humans, Predictions predictions, ScoredScale scale,
                                  double presentAbove)
{
    if (predictions.size() != humans.units().size())
        throw ShapeError(
            "row_mismatch",
            fmt::format("There are {} predictions for {} units.", predictions.size(), humans.units().size()));
    return {figuresOfModel(humans, predictions, scale, presentAbove),
            figuresOfPeople(humans, predictions, scale)};
}

}
