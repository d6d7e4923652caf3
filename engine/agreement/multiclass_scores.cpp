#include "engine/agreement/multiclass_scores.h"

#include "engine/core/error.h"

namespace engine {

namespace {

double ratio(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}

MulticlassScores scoreClasses(std::span<const std::size_t> predictions, std::span<const std::size_t> truths,
                              std::size_t classes)
{
    if (predictions.size() != truths.size() || truths.empty())
        throw ShapeError("row_mismatch", "Scores need as many predictions as truths, and at least one.");
    MulticlassScores scores;
    scores.count = truths.size();
    scores.confusion = CountMatrix(classes);
    for (std::size_t i = 0; i < truths.size(); ++i)
        scores.confusion.add(truths[i], predictions[i]);

    std::size_t occurring = 0;
    for (std::size_t c = 0; c < classes; ++c) {
        ClassScore score;
        score.support = scores.confusion.rowTotal(c);
        const std::size_t predicted = scores.confusion.columnTotal(c);
        const std::size_t hits = scores.confusion.at(c, c);
        score.precision = ratio(hits, predicted);
        score.recall = ratio(hits, score.support);
        score.f1 = ratio(2 * hits, score.support + predicted);
        occurring += score.support + predicted > 0 ? 1 : 0;
        const double weight = ratio(score.support, scores.count);
        scores.precision += weight * score.precision;
        scores.recall += weight * score.recall;
        scores.f1 += weight * score.f1;
        scores.macroPrecision += score.precision;
        scores.macroRecall += score.recall;
        scores.macroF1 += score.f1;
        scores.classes.push_back(score);
    }
    scores.accuracy = scores.confusion.accuracy();
    for (double* const mean : {&scores.macroPrecision, &scores.macroRecall, &scores.macroF1})
        *mean /= static_cast<double>(occurring);
    return scores;
}

}
