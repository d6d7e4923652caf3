#pragma once

#include "engine/core/matrix_view.h"
#include "engine/training/data/task.h"

#include <string>
#include <vector>

namespace engine {

/// Sentences, one for each label of a fold that is far from the others (outliersOf()), at most five.
/// @param labels  one row for each id, else ShapeError (`row_mismatch`)
/// @param consequence  what happens with such a label: `and is scored all the same`
std::vector<std::string> outlierNotes(const std::string& fold, const std::vector<std::string>& ids,
                                      MatrixView labels, const std::string& consequence);

/// The true labels of a fold, as the data have them.
struct FoldTruths {
    std::string fold;
    std::vector<std::string> ids; ///< N
    FeatureMatrix labels; ///< N × O, one column per label of the model; NaN where there is no label
};

/// Sentences that a person should read before a model is scored by these labels: when they are of another
/// kind than the model's (yes or no instead of a scale, or the reverse), when all or some lie outside of its
/// range, and when some are far from the others. There are none about classes, which are either right or
/// refused.
/// @param labels  of the model
/// @throws ShapeError (`row_mismatch`) unless each fold has a column for each label and a row for each id.
std::vector<std::string> labelNotes(const std::vector<FoldTruths>& folds, Task task,
                                    const std::vector<LabelCard>& labels);

/// The same sentences about all folds that have labels.
/// @param labels  with the columns that they have in these data
/// @throws ShapeError (`wrong_labels`) as truthsOf()
std::vector<std::string> labelNotes(const FeatureData& data, Task task, const std::vector<LabelCard>& labels);

}
