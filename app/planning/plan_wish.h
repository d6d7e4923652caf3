#pragma once

#include "engine/raters/study_plan.h"

namespace app {

/// What a person says in the form.
struct PlanWish {
    engine::StudyGoals goals;
    engine::DesignOptions design;
    std::size_t segments = 0; ///< that there are to judge

    /// Whether the rows of a design are the same, but for their costs.
    bool isOfSameRows(const PlanWish& other) const
    {
        return design.assumptions == other.design.assumptions && design.units == other.design.units
            && design.mostRaters == other.design.mostRaters;
    }
};

}
