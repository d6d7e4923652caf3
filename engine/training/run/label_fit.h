#pragma once

#include "engine/training/data/feature_data.h"
#include "engine/training/run/scorer.h"

#include <string>
#include <vector>

namespace engine {

/// How one output of a model of parts is brought to a person's own labels: scale × output + offset.
struct OutputFit {
    std::string name; ///< of the output
    std::size_t labels = 0; ///< that it was fitted to, or would have been
    double scale = 1.0;
    double offset = 0.0;
    double errorBefore = 0.0; ///< mean absolute error of the output as it was
    double errorHeldOut = 0.0; ///< of each video's segments by what the other videos' labels give
    bool isKept = false; ///< whether it is less wrong so; else scale and offset are 1 and 0
};

/// Fewer labels teach nothing.
inline constexpr std::size_t kLeastFitLabels = 10;

/// By least squares, for each output that has kLeastFitLabels labels in two videos or more. Two numbers an
/// output: more would learn the videos.
/// @throws FormatError (`bad_config`) for a model that asks no parts; (`few_labels`) where no output has
/// enough; as Scorer::predict().
std::vector<OutputFit> fitToLabels(const Scorer& scorer, const FeatureData& data);

/// The model with these scales and offsets, and a card that says so. @param labels  segments with one
TrainedModel fittedModel(const Scorer& scorer, const std::vector<OutputFit>& fits);

}
