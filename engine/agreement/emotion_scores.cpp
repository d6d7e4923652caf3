#include "engine/agreement/emotion_scores.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

using YesNo = std::vector<std::vector<bool>>; ///< N × E

YesNo presences(const EmotionTable& table, double threshold)
{
    YesNo result(table.rows());
    for (std::size_t i = 0; i < table.rows(); ++i) {
        for (const double intensity : table.row(i))
            result[i].push_back(intensity > threshold);
    }
    return result;
}

YesNo dominances(const EmotionTable& table, double threshold)
{
    YesNo result;
    for (std::size_t i = 0; i < table.rows(); ++i) {
        std::vector<double> present(table.row(i).begin(), table.row(i).end());
        for (double& intensity : present)
            intensity = intensity > threshold ? intensity : 0.0;
        result.push_back(dominantEmotions(present));
    }
    return result;
}

double equalRows(const YesNo& predictions, const YesNo& truths)
{
    std::size_t equal = 0;
    for (std::size_t i = 0; i < truths.size(); ++i)
        equal += predictions[i] == truths[i] ? 1 : 0;
    return static_cast<double>(equal) / static_cast<double>(truths.size());
}

std::vector<std::size_t> column(const YesNo& table, std::size_t emotion)
{
    std::vector<std::size_t> result;
    for (const std::vector<bool>& row : table)
        result.push_back(row[emotion] ? 1 : 0);
    return result;
}

/// 1 where a row has nothing.
std::vector<std::size_t> neutralColumn(const YesNo& table)
{
    std::vector<std::size_t> result;
    for (const std::vector<bool>& row : table)
        result.push_back(std::ranges::find(row, true) == row.end() ? 1 : 0);
    return result;
}

BinaryClasses asBinary(const std::vector<std::size_t>& classes)
{
    return {classes.begin(), classes.end()};
}

}

std::vector<bool> dominantEmotions(std::span<const double> intensities)
{
    const double greatest = std::ranges::max(intensities);
    std::vector<bool> dominant;
    for (const double intensity : intensities)
        dominant.push_back(intensity == greatest && greatest > 0.0);
    return dominant;
}

double coarseIntensity(double intensity)
{
    return std::nearbyint(std::clamp(intensity, 0.0, 3.0));
}

EmotionScores scoreEmotions(const EmotionTable& predictions, const EmotionTable& truths, double threshold)
{
    if (truths.rows() == 0 || predictions.emotions != truths.emotions
        || predictions.values.size() != truths.values.size())
        throw ShapeError("row_mismatch", "Scores need as many predictions as truths, and at least one.");
    const YesNo predicted = presences(predictions, threshold);
    const YesNo present = presences(truths, 0.0);
    const YesNo predictedDominant = dominances(predictions, threshold);
    const YesNo dominant = dominances(truths, 0.0);

    EmotionScores scores;
    std::size_t sameStep = 0, samePresence = 0;
    for (std::size_t i = 0; i < truths.values.size(); ++i)
        sameStep += coarseIntensity(predictions.values[i]) == coarseIntensity(truths.values[i]) ? 1 : 0;
    for (std::size_t emotion = 0; emotion < truths.emotions; ++emotion) {
        double error = 0.0;
        for (std::size_t i = 0; i < truths.rows(); ++i)
            error += std::abs(predictions.row(i)[emotion] - truths.row(i)[emotion]);
        scores.meanAbsoluteError.push_back(error / static_cast<double>(truths.rows()));
        const std::vector<std::size_t> said = column(predicted, emotion), is = column(present, emotion);
        scores.presence.push_back(scoreClasses(said, is, 2));
        scores.weightedAccuracy.push_back(weightedAccuracy(asBinary(said), asBinary(is)));
        samePresence += scores.presence.back().confusion.hits();
        scores.dominance.push_back(
            scoreClasses(column(predictedDominant, emotion), column(dominant, emotion), 2));
        scores.dominantTruths.push_back(scores.dominance.back().classes[1].support);
    }
    const std::vector<std::size_t> saidNeutral = neutralColumn(predicted), isNeutral = neutralColumn(present);
    scores.neutralPresence = scoreClasses(saidNeutral, isNeutral, 2);
    scores.neutralWeightedAccuracy = weightedAccuracy(asBinary(saidNeutral), asBinary(isNeutral));
    scores.neutralDominance = scoreClasses(neutralColumn(predictedDominant), neutralColumn(dominant), 2);
    const auto all = static_cast<double>(truths.values.size());
    scores.accuracy4 = static_cast<double>(sameStep) / all;
    scores.binaryAccuracy = static_cast<double>(samePresence) / all;
    scores.exactMatch = equalRows(predicted, present);
    scores.dominantExactMatch = equalRows(predictedDominant, dominant);
    return scores;
}

}
