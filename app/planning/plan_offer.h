#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/run_context.h"
#include "engine/raters/study_pilot.h"

#include <QStringList>

namespace app {

/// A label on a scale that a study can be planned for, with what the answers of the project tell of raters.
struct PlannedLabel {
    std::string tier; ///< that is judged
    std::string label; ///< empty: the project has none on a scale, and −3…3 is assumed
    engine::StudyPilot pilot;
    std::size_t answeredTwice = 0; ///< segments with two answers or more
    std::size_t raters = 0; ///< with an answer
};

/// What the dialog begins with.
struct PlanOffer {
    std::vector<PlannedLabel> labels; ///< one at least; those with a pilot first
    QStringList annotators; ///< who gave answers, by name
    std::optional<double> seconds
        = {}; ///< that a judgement of a pass takes, in the median; absent: not known
};

/// A pilot for each label of numbers of each tier that can be judged, from the first passes.
PlanOffer planOffer(const engine::Annotation& annotation, const engine::RunContext& run = {});

/// The scale in steps: the label's own; of one without steps, or with too many, whole numbers or six steps.
engine::RatingScale plannedScale(const engine::NumberScale& scale);

/// Numbers of segments to compare, ascending: the usual ones up to `segments`, with `segments` where it is
/// no more than the largest of these.
std::vector<std::size_t> plannedUnits(std::size_t segments);

}
