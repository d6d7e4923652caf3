#pragma once

#include "app/training/training_material.h"
#include "widgets/training/learn_list.h"

#include <optional>
#include <vector>

namespace app {

/// What a person can choose to have learnt.
struct LearnChoice {
    widgets::LearnRow row;
    /// A place among TrainingMaterial::labels; absent: the labelled segments' labels, all together.
    std::optional<std::size_t> label;
};

/// All of them, where there are several first together, then each.
std::vector<LearnChoice> learnChoicesOf(const TrainingMaterial& material);

/// The label by which is counted what is still needed.
const engine::LabelToLearn& countedLabel(const TrainingMaterial& material, const LearnChoice& choice);

/// The label that a training is told to learn; absent: the dataset's labels are it, as they are.
std::optional<engine::LabelToLearn::Key> learntKey(const TrainingMaterial& material,
                                                   const LearnChoice& choice);

/// The name of the sequence of labels that a training then reads.
std::string labelsToRead(const TrainingMaterial& material,
                         const std::optional<engine::LabelToLearn::Key>& label);

}
