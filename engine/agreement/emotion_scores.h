#pragma once

#include "engine/agreement/class_scores.h"
#include "engine/agreement/multiclass_scores.h"

#include <span>
#include <vector>

namespace engine {

/// Intensities of E emotions for N segments, segment by segment; 0: absent, up to 3.
struct EmotionTable {
    std::size_t emotions = 0; ///< E
    std::vector<double> values; ///< N × E

    std::size_t rows() const { return emotions == 0 ? 0 : values.size() / emotions; }
    std::span<const double> row(std::size_t index) const
    {
        return std::span(values).subspan(index * emotions, emotions);
    }
};

/// How well predicted intensities agree with true ones. Vectors hold one item per emotion, E in all.
///
/// An emotion is present when its true intensity is above 0, or its predicted intensity above a threshold. It
/// is dominant when its intensity is the greatest of the segment and above 0; among predictions, only present
/// emotions can be dominant. Zadeh et al., Multimodal language analysis in the wild, ACL 2018; Williams et
/// al., Recognizing emotions in video using multimodal DNN feature fusion, 2018.
struct EmotionScores {
    std::vector<double> meanAbsoluteError;
    double accuracy4
        = 0.0; ///< share of intensities that are equal when clipped to 0…3 and rounded half to even
    double binaryAccuracy = 0.0; ///< share of presences that are equal
    double exactMatch = 0.0; ///< share of segments whose presences are all equal
    std::vector<std::optional<double>> weightedAccuracy; ///< of presence; undefined when all or none have it
    std::vector<MulticlassScores> presence; ///< classes absent, present
    double dominantExactMatch = 0.0;
    std::vector<std::size_t> dominantTruths; ///< segments in which it is truly dominant
    std::vector<MulticlassScores> dominance; ///< classes not dominant, dominant
    /// Scores of the class neutral, to which a segment belongs when no emotion is present (or dominant). The
    /// two classes are: some emotion, none.
    MulticlassScores neutralPresence;
    MulticlassScores neutralDominance;
    std::optional<double> neutralWeightedAccuracy; ///< of neutralPresence
};

/// Which emotions of a segment are dominant.
std::vector<bool> dominantEmotions(std::span<const double> intensities);

/// An intensity as 0, 1, 2 or 3: clipped, rounded half to even.
double coarseIntensity(double intensity);

/// @throws ShapeError (code `row_mismatch`) when the tables differ in shape, or have no row.
EmotionScores scoreEmotions(const EmotionTable& predictions, const EmotionTable& truths, double threshold);

}
