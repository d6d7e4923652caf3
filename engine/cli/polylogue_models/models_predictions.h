#pragma once

#include "engine/core/interval.h"
#include "engine/training/data/label_notes.h"

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

/// What a model made of the segments of some data.
struct Predictions {
    Task task = Task::Regression;
    std::vector<LabelCard> labels; ///< of the model's outputs, with the columns that they have in these data
    std::vector<SegmentPrediction> segments;
};

/// Their labels, fold after fold, for labelNotes().
std::vector<FoldTruths> truthsOf(const Predictions& predictions);

/// As a table, or as a list of objects.
void printPredictions(const Predictions& predictions, bool json);

/// `.csv`: a row per segment, a column per label for scores and truths; `.npz`: `ids`, `folds`, `predictions`
/// N × O, `labels` N × K. @throws IoError (`io`); FormatError (`bad_ending`) for another ending.
/// @param guardsCells  of tables: ids that a spreadsheet would take for formulas get an apostrophe
void writePredictions(const std::filesystem::path& path, const Predictions& predictions,
                      bool guardsCells = false);

}
