#include "engine/core/error.h"
#include "engine/raters/influence.h"
#include "engine/raters/ordinal_estimates.h"
#include "engine/raters/study_plan.h"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "python/engine/json_values.h"
#include "python/engine/rooms.h"
#include "python/engine/work.h"

namespace python {

namespace py = pybind11;
using nlohmann::json;

namespace {

json orNone(const std::optional<double>& value)
{
    return value ? json(*value) : json();
}

/// @param scale  lowest and highest step; empty: of the ratings
json ordinalConsensus(const engine::RatingTable& table, const std::vector<double>& scale,
                      const engine::RunContext& run)
{
    engine::RatingScale steps = engine::ratingScaleOf(table);
    if (scale.size() == 2)
        steps = engine::ratingScaleFrom(steps, scale[0], scale[1]);
    const engine::OrdinalRatings ratings = engine::ordinalRatings(table, steps);
    const engine::OrdinalFit fit = engine::fitOrdinalModel(ratings, {}, nullptr, run);
    json found{{"units", json::array()},
               {"raters", json::array()},
               {"thresholds", fit.model.thresholds},
               {"objective", fit.objective}};
    for (std::size_t step = 0; step < steps.steps; ++step)
        found["steps"].push_back(steps.value(static_cast<double>(step)));
    for (std::size_t rater = 0; rater < ratings.raters; ++rater) {
        const engine::OrdinalRater& of = fit.model.raters[rater];
        found["raters"].push_back({{"rater", table.raters()[rater]},
                                   {"bias", of.bias},
                                   {"scale", of.scale},
                                   {"noise", of.noise},
                                   {"enough", bool(fit.isEnough[rater])}});
    }
    const auto estimates = engine::ordinalEstimates(fit.model, engine::placePosteriors(fit.model, ratings));
    for (std::size_t unit = 0; unit < estimates.size(); ++unit) {
        const engine::OrdinalEstimate& of = estimates[unit];
        if (table.valuesOf(unit).empty()) {
            found["units"].push_back(nullptr);
            continue;
        }
        found["units"].push_back(
            {{"chances", of.chances},
             {"label", steps.value(static_cast<double>(of.label))},
             {"mean", steps.value(of.mean)},
             {"crowd", steps.value(of.crowd)},
             {"deviation", of.deviation * steps.width},
             {"loss", of.loss},
             {"set",
              {steps.value(static_cast<double>(of.first)), steps.value(static_cast<double>(of.last))}}});
    }
    return found;
}

json studyDesign(const json& wished, const engine::RunContext& run)
{
    engine::DesignOptions options;
    options.assumptions = engine::usualStudy(wished.at("scale").at(0), wished.at("scale").at(1));
    engine::StudyAssumptions& study = options.assumptions;
    study.spread = wished.value("spread", study.spread);
    study.bias = wished.value("bias", study.bias);
    study.slope = wished.value("slope", study.slope);
    study.noise = wished.value("noise", study.noise);
    options.units = wished.at("units").get<std::vector<std::size_t>>();
    options.mostRaters = wished.at("raters");
    options.cost = wished.at("cost");
    options.seed = wished.at("seed");
    engine::StudyGoals goals{wished.at("alpha_within"), wished.at("reliability"), wished.at("error"), {}};
    if (wished.contains("project"))
        goals.project = wished.at("project").get<std::size_t>();
    const std::vector<engine::DesignRow> rows = engine::designRows(options, run);
    const engine::StudyPlan plan = engine::studyPlan(rows, goals, options.cost);
    json found{{"rows", json::array()},
               {"plan", {{"share", nullptr}, {"k_all", nullptr}}},
               {"notes", engine::planNotes(rows, goals, plan)}};
    for (const engine::DesignRow& row : rows)
        found["rows"].push_back({{"units", row.units},
                                 {"k", row.raters},
                                 {"ratings", row.ratings},
                                 {"cost", row.cost},
                                 {"error", row.error},
                                 {"reliability", orNone(row.reliability)},
                                 {"alpha", orNone(row.alpha)},
                                 {"half_width_units", orNone(row.halfWidthOfUnits)},
                                 {"half_width_raters", orNone(row.halfWidthOfRaters)},
                                 {"undefined", row.undefined}});
    json& shown = found["plan"];
    if (plan.shareUnits)
        shown["share"] = {{"units", *plan.shareUnits}, {"k", *plan.shareRaters}};
    else
        found["notes"].push_back(plan.noShare);
    if (plan.everywhere)
        shown["k_all"] = *plan.everywhere;
    else
        found["notes"].push_back(plan.noneEverywhere);
    if (plan.ratings)
        shown.update({{"ratings", *plan.ratings}, {"cost", *plan.cost}, {"cost_all_k", *plan.costOfAll}});
    return found;
}

json influenceOf(const std::vector<std::size_t>& units, const std::vector<double>& values,
                 const std::vector<bool>& visible, const std::vector<double>& predictions, std::uint32_t seed,
                 const engine::RunContext& run)
{
    std::vector<engine::ExposedAnswer> answers;
    for (std::size_t i = 0; i < units.size(); ++i)
        answers.push_back({units[i], values[i], visible[i], predictions[i]});
    const engine::Influence found = engine::influenceOf(answers, {seed}, run);
    return {{"units", found.units},
            {"dropped", found.dropped},
            {"closer", orNone(found.closer)},
            {"p", orNone(found.chance)},
            {"pull", orNone(found.pull)},
            {"low", orNone(found.low)},
            {"high", orNone(found.high)},
            {"pull_units", found.pullUnits},
            {"undefined", found.undefined.empty() ? found.noPull : found.undefined}};
}

}

void addRaters(py::module_& module)
{
    module.def(
        "ordinal_consensus",
        [](const engine::RatingTable& table, const std::vector<double>& scale, const py::object& progress) {
            return toPython(Work::run<json>(
                progress, [&](Work& work) { return ordinalConsensus(table, scale, work.context()); }));
        },
        py::arg("ratings"), py::arg("scale"), py::arg("progress") = py::none());
    module.def(
        "study_design",
        [](const py::dict& wished, const py::object& progress) {
            const json options = toJson(wished);
            return toPython(
                Work::run<json>(progress, [&](Work& work) { return studyDesign(options, work.context()); }));
        },
        py::arg("wished"), py::arg("progress") = py::none());
    module.def(
        "influence",
        [](const std::vector<std::size_t>& units, const std::vector<double>& values,
           const std::vector<bool>& visible, const std::vector<double>& predictions, std::uint32_t seed,
           const py::object& progress) {
            if (values.size() != units.size() || visible.size() != units.size()
                || predictions.size() != units.size())
                throw engine::ShapeError("row_mismatch",
                                         "units, values, visible and predictions differ in length");
            return toPython(Work::run<json>(progress, [&](Work& work) {
                return influenceOf(units, values, visible, predictions, seed, work.context());
            }));
        },
        py::arg("units"), py::arg("values"), py::arg("visible"), py::arg("predictions"), py::arg("seed") = 1,
        py::arg("progress") = py::none());
}

}
