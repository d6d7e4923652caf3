#pragma once

#include "app/training/training_material.h"
#include "widgets/training/learn_list.h"
#include "widgets/training/source_list.h"
#include "widgets/training/split_video.h"

#include <vector>

namespace app {

// What can be learnt, from what, and the split, as lists show them.

widgets::LearnRow learnRowOf(const engine::LabelToLearn& label);

/// Whether it is a number that the labelled segments themselves have.
bool isOfSegments(const engine::LabelToLearn& label);

/// @param label   of whose segments is told how many have values; null: they are not counted
/// @param before  rows of the same names are ticked as they were
std::vector<widgets::SourceRow> sourceRowsOf(const TrainingMaterial& material,
                                             const engine::LabelToLearn* label,
                                             const std::vector<widgets::SourceRow>& before);

std::vector<widgets::SplitVideo> splitVideosOf(const engine::LabelToLearn& label,
                                               const TrainingMaterial& material,
                                               const engine::FoldLists& folds);

}
