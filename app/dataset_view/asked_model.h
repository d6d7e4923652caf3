#pragma once

#include "app/snapshot/project_moment.h"
#include "engine/snapshot/labels_to_learn.h"

#include <optional>

namespace app {

/// What decides how a model is asked about a dataset, and how its answers are shown.
struct AskedModel {
    bool knowsHeldOut = false; ///< the model's card says which videos or segments were held out
    std::size_t classes = 0; ///< C: outputs, the first ones, that are one of several classes; 0: none are
    /// The project's label that it learnt, where that is of classes, of another tier than the labelled
    /// segments, or of other people than gave these their values; absent: it is asked about these.
    std::optional<engine::LabelToLearn::Key> learnt;
};

// These are for tasks.

/// By the model's card and what its training noted; of a model of classes without such a note the first label
/// of the project that has all of them. @throws FormatError, IoError of the project's files; Cancelled.
AskedModel askedModel(const std::filesystem::path& model, const ProjectMoment& moment,
                      const engine::RunContext& run);

/// The dataset that it is asked about: with the segments of what it learnt, as long as the project has them.
/// @throws as ProjectMoment::write()
engine::DatasetList datasetFor(const AskedModel& model, const ProjectMoment& moment,
                               const engine::RunContext& run);

/// What it learnt, as the project has it at that moment; null: it learnt nothing of the kind, or the project
/// has it no more.
std::shared_ptr<const engine::LabelToLearn> learntLabel(const AskedModel& model, const ProjectMoment& moment,
                                                        const engine::RunContext& run);

}
