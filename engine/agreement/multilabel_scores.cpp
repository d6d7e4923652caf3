#include "engine/agreement/multilabel_scores.h"

#include "engine/core/error.h"

#include <algorithm>

namespace engine {

namespace {

void requireAsMany(std::size_t scores, std::size_t truths)
{
    if (scores != truths || truths == 0)
        throw ShapeError("row_mismatch", "Scores need as many predictions as truths, and at least one.");
}

/// Hits, said in vain, missed.
struct LabelCounts {
    std::size_t hits = 0, vain = 0, missed = 0;

    LabelCounts(const BinaryClasses& predictions, const BinaryClasses& truths)
    {
        for (std::size_t i = 0; i < truths.size(); ++i) {
            hits += predictions[i] && truths[i] ? 1 : 0;
            vain += predictions[i] && !truths[i] ? 1 : 0;
            missed += !predictions[i] && truths[i] ? 1 : 0;
        }
    }
};

double shareOf(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

BinaryClasses above(std::span<const double> scores, double threshold)
{
    BinaryClasses said;
    for (const double score : scores)
        said.push_back(score > threshold);
    return said;
}

LabelScore scoreLabel(std::span<const double> scores, const BinaryClasses& said, const BinaryClasses& truths)
{
    const LabelCounts counts(said, truths);
    LabelScore score;
    score.accuracy = classAccuracy(said, truths);
    score.precision = shareOf(counts.hits, counts.hits + counts.vain);
    score.recall = shareOf(counts.hits, counts.hits + counts.missed);
    score.f1 = positiveF1(said, truths);
    score.weightedF1 = weightedF1(said, truths);
    score.areaUnderCurve = areaUnderCurve(scores, truths);
    score.weightedAccuracy = weightedAccuracy(said, truths);
    return score;
}

}

std::optional<double> areaUnderCurve(std::span<const double> scores, const BinaryClasses& truths)
{
    requireAsMany(scores.size(), truths.size());
    std::vector<std::pair<double, bool>> sorted;
    for (std::size_t i = 0; i < truths.size(); ++i)
        sorted.emplace_back(scores[i], truths[i]);
    std::ranges::sort(sorted);
    std::size_t below = 0, have = 0; // that do not have the label, among the scores so far; that have it
    double won = 0.0; // pairs, ties half
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t here[2] = {0, 0};
        const double score = sorted[first].first;
        for (; first < sorted.size() && sorted[first].first == score; ++first)
            ++here[sorted[first].second ? 1 : 0];
        won += static_cast<double>(here[1])
            * (static_cast<double>(below) + 0.5 * static_cast<double>(here[0]));
        below += here[0];
        have += here[1];
    }
    if (below == 0 || have == 0)
        return std::nullopt;
    return won / (static_cast<double>(below) * static_cast<double>(have));
}

double positiveF1(const BinaryClasses& predictions, const BinaryClasses& truths)
{
    const LabelCounts counts(predictions, truths);
    return shareOf(2 * counts.hits, 2 * counts.hits + counts.vain + counts.missed);
}

double tunedThreshold(std::span<const double> scores, const BinaryClasses& truths)
{
    requireAsMany(scores.size(), truths.size());
    constexpr int parts = 20;
    double best = -1.0, threshold = 0.0;
    for (int part = 1; part < parts; ++part) {
        const double candidate = static_cast<double>(part) / parts;
        const double f1 = positiveF1(above(scores, candidate), truths);
        if (f1 > best) {
            best = f1;
            threshold = candidate;
        }
    }
    return threshold;
}

std::optional<double> MultilabelScores::mean(std::optional<double> LabelScore::*figure) const
{
    double sum = 0.0;
    std::size_t count = 0;
    for (const LabelScore& label : labels) {
        sum += (label.*figure).value_or(0.0);
        count += (label.*figure).has_value() ? 1 : 0;
    }
    return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

double MultilabelScores::mean(double LabelScore::*figure) const
{
    double sum = 0.0;
    for (const LabelScore& label : labels)
        sum += label.*figure;
    return sum / static_cast<double>(labels.size());
}

MultilabelScores scoreLabels(const std::vector<std::vector<double>>& scores,
                             const std::vector<BinaryClasses>& truths, std::span<const double> thresholds)
{
    requireAsMany(scores.size(), truths.size());
    requireAsMany(scores.size(), thresholds.size());
    const std::size_t segments = truths.front().size();
    MultilabelScores result;
    std::vector<BinaryClasses> said;
    for (std::size_t label = 0; label < scores.size(); ++label) {
        requireAsMany(scores[label].size(), segments);
        requireAsMany(truths[label].size(), segments);
        said.push_back(above(scores[label], thresholds[label]));
        result.labels.push_back(scoreLabel(scores[label], said.back(), truths[label]));
    }
    std::size_t exact = 0, subset = 0, intersection = 0;
    for (std::size_t row = 0; row < segments; ++row) {
        bool isRight = true, hasHit = false, isVain = false;
        for (std::size_t label = 0; label < said.size(); ++label) {
            isRight = isRight && said[label][row] == truths[label][row];
            hasHit = hasHit || (said[label][row] && truths[label][row]);
            isVain = isVain || (said[label][row] && !truths[label][row]);
        }
        exact += isRight ? 1 : 0;
        subset += hasHit && !isVain ? 1 : 0;
        intersection += hasHit ? 1 : 0;
    }
    result.exact = shareOf(exact, segments);
    result.subset = shareOf(subset, segments);
    result.intersection = shareOf(intersection, segments);
    return result;
}

}
