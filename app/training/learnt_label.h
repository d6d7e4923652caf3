#pragma once

#include "app/snapshot/learnt_label_file.h"
#include "app/snapshot/project_moment.h"
#include "app/training/training_wish.h"
#include "engine/snapshot/labels_to_learn.h"

#include <filesystem>
#include <optional>

namespace app {

// All of these are for tasks: they wait for a disk.

/// The dataset that a training reads: the project's as it is at that moment, whose list stays.
/// @param label  in the place of all labels; absent: they are as they are
/// @throws FormatError (`no_labels`) where the project has no value of the label any more; as
/// ProjectMoment::write().
engine::DatasetList datasetToLearn(const ProjectMoment& moment,
                                   const std::optional<engine::LabelToLearn::Key>& label,
                                   const engine::RunContext& run);

/// What a run as wished reads: of a file of features the list as it is, which it does not need.
engine::DatasetList datasetToLearn(const ProjectMoment& moment, const TrainingWish& wish,
                                   const engine::RunContext& run);

}
