#include "engine/agreement/krippendorff.h"
#include "engine/cli/polylogue_cli/recorded_cases.h"
#include "engine/core/error.h"
#include "engine/raters/guideline_faults.h"
#include "engine/raters/ordinal_estimates.h"

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

}

CaseResult ratersCase(const nlohmann::json& recorded)
{
    const std::string what = recorded.value("what", std::string());
    if (what == "ordinal")
        return ordinalCase(recorded);
    return std::nullopt;
}

}
