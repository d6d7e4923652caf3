#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/design_output.h"
#include "engine/cli/polylogue_cli/rated_label.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/raters/reliability.h"
#include "engine/raters/study_pilot.h"
#include "engine/raters/study_plan.h"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

struct DesignArguments {
    std::shared_ptr<RatedLabelArguments> pilot = std::make_shared<RatedLabelArguments>();
    DesignOptions design;
    StudyGoals goals;
    std::size_t project = 0;
    std::optional<double> spread, bias, slope, noise; ///< said by the user, in the place of what is assumed
    bool json = false;
};

/// Assumptions, with what is to be said of them.
struct AssumedStudy {
    StudyPilot pilot;
    double width = 1.0; ///< of a step, on the label's scale
    std::vector<std::string> notes;
};

AssumedStudy assumedStudy(const DesignArguments& options)
{
    AssumedStudy assumed;
    if (!options.pilot->files.empty()) {
        const SteppedLabel label = steppedLabel(*options.pilot, ratedLabel(*options.pilot));
        assumed.pilot = studyPilot(label.table, label.scale);
        assumed.width = label.scale.width;
        if (!assumed.pilot.tooFew.empty())
            assumed.notes.push_back("too_few: " + assumed.pilot.tooFew);
    } else if (!options.pilot->scale.empty()) {
        const double low = options.pilot->scale[0], high = options.pilot->scale[1];
        if (low != std::round(low) || high != std::round(high) || high <= low || high - low >= kMostSteps)
            throw Error(
                "out_of_range",
                fmt::format(
                    "The scale from {:g} to {:g} is none of whole steps, 2 to {} of which are expected.", low,
                    high, kMostSteps));
        assumed.pilot.assumptions = usualStudy(static_cast<int>(low), static_cast<int>(high));
    }
    StudyAssumptions& study = assumed.pilot.assumptions;
    study.spread = options.spread.value_or(study.spread);
    study.bias = options.bias.value_or(study.bias);
    study.slope = options.slope.value_or(study.slope);
    study.noise = options.noise.value_or(study.noise);
    if (!study.isFromPilot)
        assumed.notes.push_back("The spread of units and the raters' habits are assumed, not measured.");
    return assumed;
}

nlohmann::json rowJson(const DesignRow& row, const std::optional<double>& one)
{
    nlohmann::json json = designRowJson(row);
    if (one)
        json["reliability_by_formula"] = spearmanBrown(*one, static_cast<double>(row.raters));
    if (!row.undefined.empty())
        json["undefined"] = row.undefined;
    return json;
}

nlohmann::json planJson(const StudyPlan& plan, const std::optional<double>& errorOfConsensus)
{
    nlohmann::json json = studyPlanJson(plan);
    if (!plan.noShare.empty())
        json["no_share"] = plan.noShare;
    if (!plan.noneEverywhere.empty())
        json["no_k_all"] = plan.noneEverywhere;
    if (errorOfConsensus)
        json["error_consensus"] = *errorOfConsensus;
    return json;
}

std::string shownOr(const std::optional<double>& value)
{
    return value ? fmt::format("{:.3f}", *value) : "-";
}

void sayDesign(const AssumedStudy& assumed, const std::vector<DesignRow>& rows, const StudyPlan& plan,
               const std::optional<double>& errorOfConsensus)
{
    const StudyAssumptions& study = assumed.pilot.assumptions;
    say(stdout,
        "{}: steps {} to {}, truths spread by {:.2f}, biases by {:.2f}, slopes by {:.2f}, noise {:.2f} "
        "steps\n\n",
        study.isFromPilot ? "From the pilot" : "Assumed", study.low, study.high, study.spread, study.bias,
        study.slope, study.noise);
    say(stdout, "{:>6} {:>7} {:>8} {:>9} {:>6} {:>11} {:>6} {:>13} {:>14}\n", "units", "raters", "ratings",
        "cost", "error", "reliability", "alpha", "+- by units", "+- by raters");
    for (const DesignRow& row : rows)
        say(stdout, "{:>6} {:>7} {:>8} {:>9g} {:>6.3f} {:>11} {:>6} {:>13} {:>14}\n", row.units, row.raters,
            row.ratings, row.cost, row.error, shownOr(row.reliability), shownOr(row.alpha),
            shownOr(row.halfWidthOfUnits), shownOr(row.halfWidthOfRaters));
    say(stdout, "\n");
    if (plan.shareUnits)
        say(stdout, "Agreement: {} raters on {} units.\n", *plan.ratersOfShare(), *plan.shareUnits);
    else
        say(stdout, "Agreement: {}\n", plan.noShare);
    if (plan.everywhere)
        say(stdout, "All other units: {} raters.\n", *plan.everywhere);
    else
        say(stdout, "All other units: {}\n", plan.noneEverywhere);
    if (plan.ratings)
        say(stdout,
            "That is {:g} ratings at a cost of {:g}, in place of {:g} with as many raters everywhere.\n",
            *plan.ratings, *plan.cost, *plan.costOfAll);
    if (errorOfConsensus)
        say(stdout, "The weighted consensus of the share lies {:.3f} steps from the truth.\n",
            *errorOfConsensus);
    for (const std::string& note : assumed.notes)
        say(stdout, "{}\n", note);
}

int design(DesignArguments& options)
{
    AssumedStudy assumed = assumedStudy(options);
    options.design.assumptions = assumed.pilot.assumptions;
    if (options.project > 0)
        options.goals.project = options.project;
    const std::vector<DesignRow> rows = designRows(options.design, progressOnTerminal("simulating"));
    const StudyPlan plan = studyPlan(rows, options.goals, options.design.cost);
    for (std::string& note : planNotes(rows, options.goals, plan))
        assumed.notes.push_back(std::move(note));
    std::optional<double> errorOfConsensus;
    if (plan.shareUnits)
        errorOfConsensus = consensusError(options.design, *plan.shareUnits, *plan.ratersOfShare());
    if (!options.json) {
        sayDesign(assumed, rows, plan, errorOfConsensus);
        return 0;
    }
    const StudyAssumptions& study = assumed.pilot.assumptions;
    nlohmann::json json{{"assumptions",
                         {{"from", study.isFromPilot ? "pilot" : "default"},
                          {"low", study.low},
                          {"high", study.high},
                          {"step", assumed.width},
                          {"spread", study.spread},
                          {"bias", study.bias},
                          {"slope", study.slope},
                          {"noise", study.noise},
                          {"reliability_of_one", figureJson(assumed.pilot.reliabilityOfOne)}}},
                        {"rows", nlohmann::json::array()},
                        {"plan", planJson(plan, errorOfConsensus)},
                        {"notes", assumed.notes}};
    if (!assumed.pilot.reliabilityOfOne)
        json["assumptions"]["undefined"]
            = assumed.pilot.noReliability.empty() ? "there is no pilot" : assumed.pilot.noReliability;
    for (const DesignRow& row : rows)
        json["rows"].push_back(rowJson(row, assumed.pilot.reliabilityOfOne));
    fmt::print("{}\n", jsonText(json, 2));
    return 0;
}

}

void addDesign(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand("design",
                                           "How many raters and units a study needs, by simulation, from a "
                                           "first round of ratings or from assumptions.");
    auto options = std::make_shared<DesignArguments>();
    addRatedLabel(*command, options->pilot, false);
    command
        ->add_option("--units", options->design.units,
                     "numbers of units to compare (otherwise 50,100,200,400)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::Range(2, 100'000));
    command->add_option("--raters", options->design.mostRaters, "raters of a unit, at most")
        ->check(CLI::Range(1, 50))
        ->capture_default_str();
    command->add_option("--alpha-within", options->goals.halfWidth, "alpha is to be known within so much")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--reliability", options->goals.reliability, "of the mean rating, at least")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--error", options->goals.error, "of the mean rating, in steps, at most")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--cost", options->design.cost, "of a rating")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--project", options->project, "units of the whole project")
        ->check(CLI::Range(1, 1'000'000'000));
    command->add_option("--spread", options->spread, "deviation of what is true, in steps")
        ->check(CLI::PositiveNumber);
    command->add_option("--bias", options->bias, "deviation of raters' biases, in steps")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--slope", options->slope, "deviation of raters' use of the scale")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--noise", options->noise, "deviation of a rater's answers, in steps")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--seed", options->design.seed, "of the draws")->capture_default_str();
    command->add_flag("--json", options->json, "for machines");
    command->callback([options, &action] { action = [options] { return design(*options); }; });
}

}
