#include "engine/cli/polylogue_cli/design_output.h"

namespace engine::cli {

nlohmann::json figureJson(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json designRowJson(const DesignRow& row)
{
    return {{"units", row.units},
            {"k", row.raters},
            {"ratings", row.ratings},
            {"cost", row.cost},
            {"error", row.error},
            {"reliability", figureJson(row.reliability)},
            {"alpha", figureJson(row.alpha)},
            {"half_width_units", figureJson(row.halfWidthOfUnits)},
            {"half_width_raters", figureJson(row.halfWidthOfRaters)}};
}

nlohmann::json studyPlanJson(const StudyPlan& plan)
{
    nlohmann::json json{{"share", nullptr}, {"k_all", nullptr}};
    if (plan.shareUnits)
        json["share"] = {{"units", *plan.shareUnits}, {"k", *plan.shareRaters}};
    if (plan.everywhere)
        json["k_all"] = *plan.everywhere;
    if (plan.ratings)
        json.update({{"ratings", *plan.ratings}, {"cost", *plan.cost}, {"cost_all_k", *plan.costOfAll}});
    return json;
}

}
