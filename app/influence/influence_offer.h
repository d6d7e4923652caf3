#pragma once

#include "engine/core/run_context.h"
#include "engine/model_influence/exposed_answers.h"
#include "engine/project_items/influence_study.h"
#include "widgets/review/influence_plot.h"

#include <QStringList>

namespace app {

/// What is known of one label of numbers: the measurement that goes on or has ended, and what was found.
struct MeasuredLabel {
    std::string tier;
    std::string label;
    std::optional<engine::InfluenceStudy> study;
    engine::InfluenceQuestion question; ///< that `found` answers
    std::optional<engine::Influence> found; ///< absent: no prediction was kept beside an answer
    bool isRandomised = false;
    std::vector<widgets::InfluencePlot::Unit> units; ///< answered in both ways
};

/// What the dialog begins with.
struct InfluenceOffer {
    std::vector<MeasuredLabel> labels;
    QStringList annotators; ///< who has a pass, by name
};

InfluenceOffer influenceOffer(const engine::Annotation& annotation, const engine::RunContext& run = {});

}
