#include "engine/raters/study_plan.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace engine {

namespace {

const DesignRow* cheapestShare(const std::vector<DesignRow>& rows, double halfWidth)
{
    const DesignRow* best = nullptr;
    for (const DesignRow& row : rows) {
        if (row.raters < 2 || !row.halfWidthOfUnits || *row.halfWidthOfUnits > halfWidth)
            continue;
        if (!best || std::pair(row.cost, row.raters) < std::pair(best->cost, best->raters))
            best = &row;
    }
    return best;
}

/// @param share  null: none
StudyPlan planOf(const DesignRow* share, const std::vector<DesignRow>& rows, const StudyGoals& goals,
                 double cost)
{
    StudyPlan plan;
    if (share) {
        plan.shareUnits = share->units;
        plan.shareRaters = share->raters;
    }
    std::size_t largest = 0;
    for (const DesignRow& row : rows)
        largest = std::max(largest, row.units);
    for (const DesignRow& row : rows) {
        const bool isGood = row.units == largest && row.error <= goals.error && row.reliability
            && *row.reliability >= goals.reliability;
        if (isGood && (!plan.everywhere || row.raters < *plan.everywhere))
            plan.everywhere = row.raters;
    }
    if (!plan.everywhere)
        plan.noneEverywhere = fmt::format(
            "No number of raters in the table brings the mean rating within {:.3g} steps of the truth with a "
            "reliability of {:.3g}.",
            goals.error, goals.reliability);
    if (goals.project && plan.shareUnits && plan.everywhere) {
        const auto all = static_cast<double>(*goals.project);
        const auto inShare = static_cast<double>(std::min(*goals.project, *plan.shareUnits));
        const auto ofShare = static_cast<double>(*plan.ratersOfShare());
        plan.ratings = inShare * ofShare + (all - inShare) * static_cast<double>(*plan.everywhere);
        plan.cost = *plan.ratings * cost;
        plan.costOfAll = all * ofShare * cost;
    }
    return plan;
}

}

std::optional<std::size_t> StudyPlan::ratersOfShare() const
{
    if (!shareRaters || !everywhere)
        return shareRaters;
    return std::max(*shareRaters, *everywhere);
}

StudyPlan studyPlan(const std::vector<DesignRow>& rows, const StudyGoals& goals, double cost)
{
    if (const DesignRow* share = cheapestShare(rows, goals.halfWidth))
        return planOf(share, rows, goals, cost);
    StudyPlan plan = planOf(nullptr, rows, goals, cost);
    plan.noShare
        = fmt::format("No row of the table measures alpha within {:.3g} for these raters.", goals.halfWidth);
    return plan;
}

StudyPlan studyPlanWith(const DesignRow& share, const std::vector<DesignRow>& rows, const StudyGoals& goals,
                        double cost)
{
    return planOf(&share, rows, goals, cost);
}

std::optional<double> halfWidthBetweenRaters(const std::vector<DesignRow>& rows, std::size_t raters)
{
    const DesignRow* widest = nullptr;
    for (const DesignRow& row : rows) {
        if (row.raters == raters && row.halfWidthOfRaters && (!widest || row.units > widest->units))
            widest = &row;
    }
    if (!widest)
        return std::nullopt;
    const double both = *widest->halfWidthOfRaters, units = *widest->halfWidthOfUnits;
    return std::sqrt(std::max(0.0, both * both - units * units));
}

std::vector<std::string> planNotes(const std::vector<DesignRow>& rows, const StudyGoals& goals,
                                   const StudyPlan& plan)
{
    std::vector<std::string> notes;
    std::optional<std::size_t> raters = plan.ratersOfShare();
    for (const DesignRow& row : rows)
        raters = plan.shareRaters ? raters : std::max(raters.value_or(0), row.raters);
    const std::optional<double> part = raters ? halfWidthBetweenRaters(rows, *raters) : std::nullopt;
    if (part && *part > goals.halfWidth)
        notes.push_back(fmt::format("Alpha within {:.3g} holds for these raters only: with {} of a unit, "
                                    "other raters like these move "
                                    "alpha by {:.3g}, and no number of units makes up for that.",
                                    goals.halfWidth, *raters, *part));
    return notes;
}

}
