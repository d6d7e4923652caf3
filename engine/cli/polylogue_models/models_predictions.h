#pragma once

#include "engine/core/interval.h"
#include "engine/training/data/label_notes.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace engine {

/// A model's prediction for one segment.
struct SegmentPrediction {
    std::string id;
    std::string fold; ///< empty when it is in no fold
    std::optional<Interval> interval; ///< absent for features from files that hold no times
    std::vector<float> scores; ///< one per label of the model
    std::vector<float> labels; ///< as the data have them; empty when nobody labelled it
    std::string about{}; ///< of conversations: `speaking`, `listening`
    std::string participant{}; ///< of conversations: who speaks or listens; empty: without a name
    bool isLearntFromSpeakers = false; ///< of a listener: no label of a listener was learnt from
    /// The turns that the model attends to, by id, where that was asked for.
    std::optional<std::vector<std::pair<std::string, double>>> attends{};
};

/// A model's predictions for all segments of some data.
struct Predictions {
    Task task = Task::Regression;
    std::vector<LabelCard> labels; ///< of the model's outputs, with the columns that they have in these data
    std::vector<SegmentPrediction> segments;
};

/// The labels of the segments, fold after fold, for labelNotes().
std::vector<FoldTruths> truthsOf(const Predictions& predictions);

/// Prints the predictions as a table, or as a list of JSON objects.
void printPredictions(const Predictions& predictions, bool json);

/// Writes `.csv`, with a row per segment and columns for the scores and truths of each label, or `.npz`, with
/// `ids`, `folds`, `predictions` N × O, `labels` N × K. Of conversations both also have `about` and
/// `participant`. @throws IoError (`io`); FormatError (`bad_ending`)
/// for any other ending.
/// @param guardsCells  in tables, ids that a spreadsheet would take for formulas get an apostrophe
void writePredictions(const std::filesystem::path& path, const Predictions& predictions,
                      bool guardsCells = false);

}
