#pragma once

#include "engine/core/matrix_view.h"
#include "engine/model_files/model_card.h"
#include "engine/training/data/feature_data.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// The kind of labels that segments have.
enum class Task {
    Regression, ///< scores such as a sentiment of −3…3
    Binary, ///< yes or no, once or for each of several labels
    Classes, ///< one of several
    Emotions, ///< intensities 0…3, with or without a sentiment before them
    Traits, ///< scores of a person, 1…7
    ClassesAndValues ///< one of several, and scores besides, such as a valence
};

/// The task's name in configurations and cards: `regression`.
std::string name(Task task);
/// @throws FormatError (code `bad_config`) listing the known names.
Task taskFromName(const std::string& name);

/// The task of these labels, when a configuration does not name it.
///
/// When each row has a single 1 and else 0, the labels are classes. When all values are 0 and 1 (or −1 and
/// 1), they are binary. When there are several columns, and all but perhaps the first lie within 0…3, they
/// are emotions; other labels of several columns are traits. All other labels are regression.
Task chooseTask(MatrixView labels);

/// Why chooseTask() chose it, as a sentence for people: `binary: the labels of train are only 0 and 1 …`.
std::string reasonFor(Task task, MatrixView labels);

/// A label that is so far from the others that it may be a mistake, and stretches the scale of its column.
struct Outlier {
    std::size_t row = 0;
    std::size_t column = 0;
    float value = 0.0f;
    float low = 0.0f; ///< the least of the other labels, without outliers
    float high = 0.0f;
};

/// Labels that lie outside the range of the column's other labels by more than five times that range, in
/// order. When more than one in a hundred do, they are part of the scale and no outliers.
std::vector<Outlier> outliersOf(MatrixView labels);

/// The outputs of a model for these labels: name, scale and neutral point.
///
/// @param names  of the columns; where there are fewer, the field's usual names, or `label_1`, `trait_1`, …
/// @throws FormatError (code `bad_labels`) when the labels cannot be of this task, for instance classes 0.5.
std::vector<LabelCard> labelsFor(Task task, MatrixView labels, const std::vector<std::string>& names);

/// Whether no name of a file's columns is a name of the model's labels. Then columns are matched by their
/// numbers.
bool areRenamed(const std::vector<LabelCard>& labels, const std::vector<std::string>& names);

/// The labels with the columns that they have in this file, found by their names unless areRenamed().
/// @param names  of the file's columns; none: the columns stay as they are.
/// @throws FormatError (code `other_labels`, with both lists) when the file has only some of the labels, or
/// one of them several times.
std::vector<LabelCard> labelsByName(std::vector<LabelCard> labels, const std::vector<std::string>& names,
                                    const std::string& source);

/// Of classes and values: leadingClasses(); of other tasks 0.
/// @throws FormatError (code `bad_labels`) without two classes or without a value.
std::size_t classesAmong(const std::vector<LabelCard>& labels, Task task);

/// The true values by which a model of these labels is scored: N × O, in the file's units.
/// @throws ShapeError (code `wrong_labels`) when the fold lacks a column, holds a class that the model lacks,
/// or does not name exactly one class in its columns of classes.
FeatureMatrix truthsOf(const FoldData& fold, const std::vector<LabelCard>& labels, Task task);

}
