#pragma once

#include "engine/training/data/task.h"

#include <string>
#include <vector>

namespace engine {

/// Notes, one sentence each, the labels of a fold that are far from the others (outliersOf()), at most five.
/// @param labels  one row for each id
/// @param consequence  what they do there: `and is scored all the same`
std::vector<std::string> outlierNotes(const std::string& fold, const std::vector<std::string>& ids,
                                      const FeatureMatrix& labels, const std::string& consequence);

/// True labels as the data have them, beside what a model says.
struct FoldTruths {
    std::string fold;
    std::vector<std::string> ids; ///< N
    FeatureMatrix labels; ///< N × O, one column per label of the model; NaN where nobody said
};

/// What a person should know before a model is scored by these labels: they are of another kind than the
/// model's (yes or no instead of a scale, or the other way round), outside of its range, all or some, or far
/// from each other. Of classes nothing: those are right or refused.
/// @param labels  the model's
std::vector<std::string> labelNotes(const std::vector<FoldTruths>& folds, Task task,
                                    const std::vector<LabelCard>& labels);

/// The same of all folds of data that have labels.
/// @param labels  with the columns that they have in these data
/// @throws ShapeError (`wrong_labels`) as truthsOf()
std::vector<std::string> labelNotes(const FeatureData& data, Task task, const std::vector<LabelCard>& labels);

}
