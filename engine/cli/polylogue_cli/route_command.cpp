#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/rated_label.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/raters/category_routing.h"
#include "engine/raters/guideline_faults.h"
#include "engine/raters/routing.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

struct RouteArguments {
    std::shared_ptr<RatedLabelArguments> ratings = std::make_shared<RatedLabelArguments>();
    RoutingOptions routing;
    std::filesystem::path costs;
    bool json = false;
};

/// What each rater costs, in the order of the raters. @throws FormatError (`data_invalid`).
std::vector<double> costsOf(const std::filesystem::path& file, const std::vector<std::string>& raters)
{
    const DelimitedText table = readDelimited(file);
    const std::size_t name = requiredColumn(table, "rater"), cost = requiredColumn(table, "cost");
    std::vector<double> costs(raters.size(), 0.0);
    for (const DelimitedText::Row& row : table.rows) {
        const double value = requiredNumber(table, row, cost);
        if (value <= 0.0)
            throw FormatError("data_invalid", file.string(),
                              fmt::format("line {}: the cost of {} is {:g}; a number above 0 is expected",
                                          row.line, row.cells[name], value));
        const auto found = std::ranges::find(raters, row.cells[name]);
        if (found != raters.end())
            costs[static_cast<std::size_t>(found - raters.begin())] = value;
    }
    for (std::size_t rater = 0; rater < raters.size(); ++rater) {
        if (costs[rater] == 0.0)
            throw FormatError("data_invalid", file.string(),
                              fmt::format("has no cost of {}, who judged units", raters[rater]));
    }
    return costs;
}

nlohmann::json faultsJson(const SteppedLabel& label, const OrdinalModel& model)
{
    const std::vector<GuidelineFault> faults = guidelineFaults(model, label.ratings);
    const std::vector<std::size_t> best = bestRaters(model);
    nlohmann::json json = nlohmann::json::array();
    for (std::size_t unit = 0; unit < faults.size(); ++unit) {
        if (!faults[unit].chance)
            continue;
        nlohmann::json answers = nlohmann::json::object();
        for (const std::size_t rater : best) {
            if (const auto value = label.table.value(unit, rater))
                answers[label.table.raters()[rater]] = *value;
        }
        json.push_back({{"unit", label.table.units()[unit]},
                        {"chance", *faults[unit].chance},
                        {"flagged", faults[unit].isFlagged},
                        {"answers", answers}});
    }
    return json;
}

nlohmann::json taskJson(const RatingTable& table, const RoutedTask& task)
{
    return {{"unit", table.units()[task.unit]},
            {"rater", table.raters()[task.rater]},
            {"gain", task.gain},
            {"cost", task.cost},
            {"loss", task.loss},
            {"reason", name(task.reason)}};
}

nlohmann::json routeSteps(const RouteArguments& options, SteppedLabel label)
{
    RoutingOptions routing = options.routing;
    if (!options.costs.empty())
        routing.costs = costsOf(options.costs, label.table.raters());
    const OrdinalFit fit = fitOrdinalModel(label.ratings, {}, nullptr, progressOnTerminal("fitting"));
    const std::vector<AtPlaces> posteriors = placePosteriors(fit.model, label.ratings);
    const std::vector<bool> isDone
        = doneUnits(label.ratings, ordinalEstimates(fit.model, posteriors), routing);
    const ExpectedRatings expected
        = expectedRatings(fit.model, label.ratings, routing, 20, progressOnTerminal("expecting"));
    const auto done = static_cast<std::size_t>(std::ranges::count(isDone, true));
    nlohmann::json json{
        {"next", nlohmann::json::array()},
        {"done", done},
        {"open", isDone.size() - done},
        {"expected_ratings", {{"value", expected.mean}, {"low", expected.low}, {"high", expected.high}}},
        {"faults", faultsJson(label, fit.model)},
        {"notes", nlohmann::json::array()}};
    for (const RoutedTask& task :
         nextTasks(fit.model, label.ratings, posteriors, routing, progressOnTerminal("choosing")))
        json["next"].push_back(taskJson(label.table, task));
    if (label.ratings.units < 300)
        json["notes"].push_back(
            "Below 300 units routing may save nothing: the model needs shared units to tell raters apart.");
    if (std::ranges::any_of(fit.isEnough, [](bool isEnough) { return !isEnough; }))
        json["notes"].push_back(
            "too_few: some raters share too few units with others and are taken for ordinary ones.");
    return json;
}

nlohmann::json routeCategories(const RouteArguments& options, const RatingTable& table)
{
    const CategoryRouting routing = routeVotes(table, {}, options.routing.batch, options.routing.seed);
    nlohmann::json json{
        {"next", nlohmann::json::array()},
        {"done", routing.done},
        {"open", routing.open},
        {"expected_ratings",
         {{"value", routing.expected.mean}, {"low", routing.expected.low}, {"high", routing.expected.high}}},
        {"faults", nlohmann::json::array()},
        {"notes", {"Categories: a unit is done with a lead of two votes, 2 at least and 5 at most."}}};
    for (const auto& [unit, rater] : routing.next)
        json["next"].push_back({{"unit", table.units()[unit]},
                                {"rater", table.raters()[rater]},
                                {"gain", nullptr},
                                {"cost", 1.0},
                                {"loss", nullptr},
                                {"reason", "votes"}});
    return json;
}

void sayRouting(const nlohmann::json& json)
{
    const nlohmann::json& expected = json.at("expected_ratings");
    say(stdout, "Done {} of {} units, about {:.0f} ratings to go ({:.0f} to {:.0f}).\n",
        json.at("done").get<std::size_t>(),
        json.at("done").get<std::size_t>() + json.at("open").get<std::size_t>(),
        expected.at("value").get<double>(), expected.at("low").get<double>(),
        expected.at("high").get<double>());
    for (const nlohmann::json& task : json.at("next"))
        say(stdout, "  {:<24} {:<16} {}\n", task.at("unit").get<std::string>(),
            task.at("rater").get<std::string>(),
            task.at("gain").is_null()
                ? task.at("reason").get<std::string>()
                : fmt::format("{} (gain {:.3f}, loss {:.2f})", task.at("reason").get<std::string>(),
                              task.at("gain").get<double>(), task.at("loss").get<double>()));
    for (const nlohmann::json& fault : json.at("faults")) {
        if (!fault.at("flagged").get<bool>())
            continue;
        std::string answers;
        for (const auto& [rater, value] : fault.at("answers").items())
            answers += fmt::format(" {} {:g}", rater, value.get<double>());
        say(stdout, "Guideline? {}: good raters said{}\n", fault.at("unit").get<std::string>(), answers);
    }
    for (const nlohmann::json& note : json.at("notes"))
        say(stdout, "{}\n", note.get<std::string>());
}

int route(const RouteArguments& options)
{
    RatingTable table = ratedLabel(*options.ratings);
    const nlohmann::json json = table.isNominal()
        ? routeCategories(options, table)
        : routeSteps(options, steppedLabel(*options.ratings, std::move(table)));
    if (options.json)
        fmt::print("{}\n", jsonText(json, 2));
    else
        sayRouting(json);
    return 0;
}

}

void addRoute(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand("route",
                                           "Which unit to ask which rater next, which units have ratings "
                                           "enough, and where a guideline may be read in two ways.");
    auto options = std::make_shared<RouteArguments>();
    addRatedLabel(*command, options->ratings, true);
    command->add_option("--costs", options->costs, "a table (.csv) with rater and cost, what a rating costs");
    command
        ->add_option("--capacity", options->routing.capacity,
                     "most ratings of a rater, in equal shares of all ratings; 0: no limit")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--batch", options->routing.batch, "tasks to choose")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    command
        ->add_option("--stop-loss", options->routing.stopLoss,
                     "a unit is done when its label is expected to be no further from the truth, in steps")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        ->add_option("--most", options->routing.mostOfUnit,
                     "ratings with which a unit is done in any case (otherwise one of every rater)")
        ->check(CLI::Range(1, 100'000));
    command->add_option("--begin", options->routing.begin, "units that all judge first")
        ->check(CLI::Range(0, 1'000'000))
        ->capture_default_str();
    command
        ->add_option("--random-every", options->routing.randomEvery,
                     "every such task is drawn, to check the model; 0: none")
        ->check(CLI::Range(0, 1'000'000))
        ->capture_default_str();
    command->add_option("--seed", options->routing.seed, "of the draws")->capture_default_str();
    command->add_flag("--json", options->json, "for machines");
    command->callback([options, &action] { action = [options] { return route(*options); }; });
}

}
