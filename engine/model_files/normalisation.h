#pragma once

#include "engine/core/segment_input.h"

#include <array>
#include <vector>

namespace engine {

/// Mean and standard deviation of each feature of a modality over the training words.
struct FeatureScale {
    std::vector<float> mean;
    std::vector<float> deviation; ///< never 0: a constant feature has 1
    float clip = 5.0f; ///< deviations from the mean at which values are cut; 0: nowhere

    std::size_t width() const { return mean.size(); }
    friend bool operator==(const FeatureScale&, const FeatureScale&) = default;
};

/// In the order of `allModalities`.
using Normalisation = std::array<FeatureScale, allModalities.size()>;

/// Puts the mean of the training in the place of each modality of which the input has nothing.
void fillAbsent(SegmentInput& input, const Normalisation& normalisation);

/// Checks that a model with these scales can take the input.
///
/// @throws ShapeError with a sentence for the user: `no_words`, `row_mismatch` (modalities differ in their
/// words),
///         `wrong_width`, `not_finite` (NaN or infinity, and where).
void checkInput(const SegmentInput& input, const Normalisation& normalisation);
/// Of packed segments, whose modalities have rows of their own; those without columns are missing.
/// @throws as above, but for `row_mismatch`
void checkPackedInput(const SegmentInput& input, const Normalisation& normalisation);

/// (x − mean) / deviation for one feature, cut at ±clip so that one broken measurement cannot drown the rest.
float normalised(float value, const FeatureScale& scale, std::size_t column);

/// The same for all features. `input` has been checked.
SegmentInput normalised(const SegmentInput& input, const Normalisation& normalisation);

/// Replaces a modality of a normalised input by its mean, which is 0.
void switchOff(SegmentInput& normalisedInput, Modality modality);

/// switchOff() for each modality that is not enabled.
void keepOnly(SegmentInput& normalisedInput, EnabledModalities enabled);

}
