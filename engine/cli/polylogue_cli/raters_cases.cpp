#include "engine/agreement/krippendorff.h"
#include "engine/cli/polylogue_cli/design_output.h"
#include "engine/cli/polylogue_cli/recorded_cases.h"
#include "engine/core/error.h"
#include "engine/raters/guideline_faults.h"
#include "engine/raters/influence.h"
#include "engine/raters/ordinal_estimates.h"
#include "engine/raters/reliability.h"
#include "engine/raters/study_plan.h"

#include <fmt/format.h>
#include <map>

namespace engine::cli {

namespace {

OrdinalRatings ratingsOf(const nlohmann::json& recorded)
{
    const nlohmann::json& options = recorded.at("options");
    OrdinalRatings ratings{options.at("units"), options.at("raters"), options.at("K"), {}};
    for (const nlohmann::json& each : recorded.at("ratings")) {
        const OrdinalAnswer answer{each.at(0), each.at(1), each.at(2)};
        if (answer.unit >= ratings.units || answer.rater >= ratings.raters || answer.step >= ratings.steps)
            throw ShapeError("row_mismatch",
                             "A rating of the case has another unit, rater or step than its options.");
        ratings.answers.push_back(answer);
    }
    return ratings;
}

OrdinalModel modelOf(const nlohmann::json& options)
{
    OrdinalModel model;
    model.thresholds = options.at("thresholds").get<std::vector<double>>();
    for (std::size_t i = 0; i < options.at("bias").size(); ++i)
        model.raters.push_back(
            {options.at("bias").at(i), options.at("scale").at(i), options.at("noise").at(i)});
    return model;
}

nlohmann::json faultsOf(const OrdinalModel& model, const OrdinalRatings& ratings, double rate)
{
    const std::vector<GuidelineFault> faults = guidelineFaults(model, ratings, {.rate = rate});
    nlohmann::json found = nlohmann::json::object();
    for (std::size_t unit = 0; unit < faults.size(); ++unit) {
        if (faults[unit].chance)
            found[std::to_string(unit)] = {*faults[unit].chance, faults[unit].isFlagged};
    }
    return found;
}

nlohmann::json ordinalCase(const nlohmann::json& recorded)
{
    const OrdinalRatings ratings = ratingsOf(recorded);
    const nlohmann::json& options = recorded.at("options");
    const bool isGiven = options.contains("thresholds");
    OrdinalFit fit;
    if (isGiven)
        fit.model = modelOf(options);
    else
        fit = fitOrdinalModel(ratings, {.rounds = 500, .settled = 1e-6});
    const double faultRate = options.value("faults", 0.0);
    if (faultRate > 0.0)
        return faultsOf(fit.model, ratings, faultRate);
    const std::vector<AtPlaces> posteriors = placePosteriors(fit.model, ratings);
    nlohmann::json found;
    for (const OrdinalEstimate& unit : ordinalEstimates(fit.model, posteriors)) {
        found["mean"].push_back(unit.mean);
        found["sd"].push_back(unit.deviation);
        if (!isGiven) {
            found["crowd"].push_back(unit.crowd);
            continue;
        }
        found["label"].push_back(unit.label);
        found["loss"].push_back(unit.loss);
        found["set"].push_back({unit.first, unit.last});
        found["P"].push_back(unit.chances);
    }
    if (isGiven) {
        for (std::size_t rater = 0; rater < ratings.raters; ++rater)
            found["gain"].push_back(answerGains(fit.model, posteriors, rater));
        return found;
    }
    for (const OrdinalRater& rater : fit.model.raters) {
        found["bias"].push_back(rater.bias);
        found["scale"].push_back(rater.scale);
        found["noise"].push_back(rater.noise);
    }
    found["thresholds"] = fit.model.thresholds;
    found["objective"] = fit.objective;
    return found;
}

nlohmann::json reliabilityCase(const nlohmann::json& options)
{
    nlohmann::json found;
    for (const nlohmann::json& count : options.at("k"))
        found[fmt::format("k{}", count.get<int>())] = spearmanBrown(options.at("one"), count);
    return found;
}

nlohmann::json alphaCase(const nlohmann::json& recorded)
{
    const nlohmann::json& table = recorded.at("table");
    RatingTable ratings("", std::vector<std::string>(table.size()),
                        std::vector<std::string>(table.at(0).size()));
    for (std::size_t unit = 0; unit < table.size(); ++unit) {
        for (std::size_t rater = 0; rater < table.at(unit).size(); ++rater) {
            if (const double value = table.at(unit).at(rater); value >= 0)
                ratings.setValue(unit, rater, value);
        }
    }
    const std::string metric = recorded.at("options").value("metric", std::string("ordinal"));
    const Statistic alpha = krippendorffsAlpha(ratings,
                                               {.metric = metric == "nominal" ? AlphaMetric::Nominal
                                                    : metric == "interval"    ? AlphaMetric::Interval
                                                                              : AlphaMetric::Ordinal,
                                                .draws = 0})
                                .statistic;
    return {{"alpha", alpha.value ? nlohmann::json(*alpha.value) : nlohmann::json(alpha.undefined)}};
}

nlohmann::json designCase(const nlohmann::json& options)
{
    DesignOptions wished;
    wished.assumptions = {options.at("scale").at(0), options.at("scale").at(1), options.at("spread"),
                          options.at("bias"),        options.at("slope"),       options.at("noise")};
    wished.units = options.at("units").get<std::vector<std::size_t>>();
    wished.mostRaters = options.value("most_raters", wished.mostRaters);
    wished.pool = options.value("pool", wished.pool);
    wished.pools = options.value("pools", wished.pools);
    wished.each = options.value("each", wished.each);
    wished.seed = options.value("seed", wished.seed);
    wished.cost = options.value("cost", wished.cost);
    StudyGoals goals;
    goals.halfWidth = options.value("half_width", goals.halfWidth);
    goals.reliability = options.value("reliability", goals.reliability);
    goals.error = options.value("error", goals.error);
    if (options.contains("project"))
        goals.project = options.at("project").get<std::size_t>();
    const std::vector<DesignRow> rows = designRows(wished);
    const StudyPlan plan = studyPlan(rows, goals, wished.cost);
    nlohmann::json found;
    for (const DesignRow& row : rows)
        found["rows"].push_back(designRowJson(row));
    found["plan"] = studyPlanJson(plan);
    return found;
}

nlohmann::json influenceCase(const nlohmann::json& recorded)
{
    std::map<std::string, std::size_t> units;
    std::vector<ExposedAnswer> answers;
    for (const nlohmann::json& each : recorded.at("answers")) {
        const std::size_t unit = units.try_emplace(each.at("unit"), units.size()).first->second;
        answers.push_back({unit, each.at("value"), each.at("visible"), each.at("prediction")});
    }
    const nlohmann::json options = recorded.value("options", nlohmann::json::object());
    InfluenceOptions wished;
    wished.seed = options.value("seed", wished.seed);
    wished.permutations = options.value("permutations", wished.permutations);
    wished.draws = options.value("bootstrap", wished.draws);
    const Influence influence = influenceOf(answers, wished);
    if (!influence.closer)
        return {{"undefined", influence.undefined}, {"units", influence.units}};
    nlohmann::json found{{"units", influence.units},          {"dropped", influence.dropped},
                         {"closer", *influence.closer},       {"p", *influence.chance},
                         {"pull_units", influence.pullUnits}, {"pull", influence.noPull}};
    if (influence.pull)
        found["pull"] = *influence.pull;
    if (influence.low) {
        found["low"] = *influence.low;
        found["high"] = *influence.high;
    }
    return found;
}

}

CaseResult ratersCase(const nlohmann::json& recorded)
{
    const std::string what = recorded.value("what", std::string());
    if (what == "ordinal")
        return ordinalCase(recorded);
    if (what == "reliability")
        return reliabilityCase(recorded.at("options"));
    if (what == "alpha")
        return alphaCase(recorded);
    if (what == "design")
        return designCase(recorded.at("options"));
    if (what == "influence")
        return influenceCase(recorded);
    return std::nullopt;
}

}
