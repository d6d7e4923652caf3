#pragma once

#include "engine/core/interval.h"
#include "engine/model_files/model_card.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a model made of one segment.
struct SegmentPrediction {
    std::string id;
    std::string fold; ///< empty when it is in none
    std::optional<Interval> interval; ///< absent for features of a file, which have no times
    std::vector<float> scores; ///< one per label of the model
    std::vector<float> labels; ///< as the data have them; empty when nobody labelled it
};

/// As a table, or as a list of objects.
void printPredictions(const std::vector<SegmentPrediction>& predictions, const ModelCard& card, bool json);

/// `.csv`: a row per segment, a column per label for scores and truths; `.npz`: `ids`, `folds`, `predictions`
/// N × O, `labels` N × K. @throws IoError (`io`); FormatError (`bad_ending`) for another ending.
void writePredictions(const std::filesystem::path& path, const std::vector<SegmentPrediction>& predictions,
                      const ModelCard& card);

}
