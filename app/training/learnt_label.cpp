#include "app/training/learnt_label.h"

#include "engine/core/error.h"

#include <algorithm>

namespace app {

engine::DatasetList datasetToLearn(const ProjectMoment& moment,
                                   const std::optional<engine::LabelToLearn::Key>& label,
                                   const engine::RunContext& run)
{
    if (!label)
        return moment.forPrograms(run, /*isKept=*/true);
    const std::vector<engine::LabelToLearn> labels
        = engine::labelsToLearn(*moment.dataset, moment.annotation(), run); // as they are now
    const auto found = std::ranges::find(labels, *label, &engine::LabelToLearn::key);
    if (found == labels.end())
        throw engine::FormatError("no_labels", label->name, "has no value in the project any more");
    return engine::readDatasetList(
        moment.write({{}, engine::projectLabel(*found), /*isKept=*/true}, run).list);
}

engine::DatasetList datasetToLearn(const ProjectMoment& moment, const TrainingWish& wish,
                                   const engine::RunContext& run)
{
    return wish.source == TrainingWish::Source::File ? moment.list : datasetToLearn(moment, wish.label, run);
}

}
