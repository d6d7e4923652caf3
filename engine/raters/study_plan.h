#pragma once

#include "engine/raters/study_design.h"

namespace engine {

/// What a study is to reach.
struct StudyGoals {
    double halfWidth = 0.05; ///< of α, for these raters
    double reliability = 0.8; ///< of the mean rating, at least
    double error = 0.5; ///< of the mean rating, in steps, at most
    std::optional<std::size_t> project; ///< units that there are
};

/// Who rates what: many raters on a share of the units, by which agreement is measured, and fewer on the
/// rest.
struct StudyPlan {
    std::optional<std::size_t>
        shareUnits; ///< the cheapest row with two raters or more that reaches halfWidth
    std::optional<std::size_t> shareRaters; ///< k of that row
    std::string noShare; ///< why there is none: a sentence
    std::optional<std::size_t>
        everywhere; ///< the least k with which the mean is good enough, at the largest n
    std::string noneEverywhere; ///< why there is none
    std::optional<double> ratings; ///< of the whole project
    std::optional<double> cost;
    std::optional<double> costOfAll; ///< if every unit had as many raters as the share

    /// Raters of a unit of the share: no fewer than elsewhere.
    std::optional<std::size_t> ratersOfShare() const;
    friend bool operator==(const StudyPlan&, const StudyPlan&) = default;
};

/// @param rows  of designRows(), any
/// @param cost  of a rating
StudyPlan studyPlan(const std::vector<DesignRow>& rows, const StudyGoals& goals, double cost);

/// The same with a row as the share that a person chose, whether or not halfWidth is reached there.
StudyPlan studyPlanWith(const DesignRow& share, const std::vector<DesignRow>& rows, const StudyGoals& goals,
                        double cost);

/// The part of α's half width that more units do not make smaller; the row of these raters with the most
/// units tells it. Absent: no row of these raters has both half widths.
std::optional<double> halfWidthBetweenRaters(const std::vector<DesignRow>& rows, std::size_t raters);

/// What must be said beside a plan, in sentences: that no number of units makes up for the raters' part of
/// α's uncertainty where the wished half width lies below.
std::vector<std::string> planNotes(const std::vector<DesignRow>& rows, const StudyGoals& goals,
                                   const StudyPlan& plan);

}
