#pragma once

#include "engine/model_files/model_card.h"
#include "engine/training/data/feature_data.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What the labels of a segment are.
enum class Task {
    Regression, ///< scores such as a sentiment of −3…3
    Binary, ///< yes or no, once or for each of several labels
    Classes, ///< one of several
    Emotions, ///< intensities 0…3, with or without a sentiment before them
    Traits ///< scores of a person, 1…7
};

/// `regression`, as configurations and cards write it.
std::string name(Task task);
/// @throws FormatError (code `bad_config`) listing what there is.
Task taskFromName(const std::string& name);

/// What labels like these are, when nobody says.
///
/// Rows that are 0 but for a single 1 are classes; only 0 and 1 (or −1 and 1) binary; several columns of
/// which all but perhaps the first are within 0…3 emotions; other several columns traits; else regression.
Task chooseTask(const FeatureMatrix& labels);

/// Why chooseTask() chose it, as a sentence for people: `binary: the labels of train are only 0 and 1 …`.
std::string reasonFor(Task task, const FeatureMatrix& labels);

/// A label that is so far from the others that it may be a mistake, and stretches the scale of its column.
struct Outlier {
    std::size_t row = 0;
    std::size_t column = 0;
    float value = 0.0f;
    float low = 0.0f; ///< of the others, leaving out outliers
    float high = 0.0f;
};

/// Labels that lie outside of the column's other labels by more than five times their extent, in order; at
/// most one in a hundred, as more of them are the scale.
std::vector<Outlier> outliersOf(const FeatureMatrix& labels);

/// The outputs of a model for these labels: name, scale and what is neutral on it.
///
/// @param names  of the columns; where there are fewer, the field's usual names, or `label_1`, `trait_1`, …
/// @throws FormatError (code `bad_labels`) when the labels cannot be of this task, for instance classes 0.5.
std::vector<LabelCard> labelsFor(Task task, const FeatureMatrix& labels,
                                 const std::vector<std::string>& names);

/// Does a file call all its columns otherwise than the model its labels? Their columns count then.
bool areRenamed(const std::vector<LabelCard>& labels, const std::vector<std::string>& names);

/// The labels with the columns that they have in this file, found by their names unless areRenamed().
/// @param names  of the file's columns; none: the columns stay as they are.
/// @throws FormatError (code `other_labels`, with both lists) when the file has only some of them, or one of
/// them several times.
std::vector<LabelCard> labelsByName(std::vector<LabelCard> labels, const std::vector<std::string>& names,
                                    const std::string& source);

/// The neutral point of a scale: 0 where it has that, else its middle.
float neutralOf(float low, float high);

/// True values as a model of these labels is scored against: N × O, in the file's units.
/// @throws ShapeError (code `wrong_labels`) when the fold lacks a column, holds a class that the model lacks,
/// or says in its columns of classes something else than one of them.
FeatureMatrix truthsOf(const FoldData& fold, const std::vector<LabelCard>& labels, Task task);

}
