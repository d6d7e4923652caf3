#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/design_output.h"
#include "engine/cli/polylogue_cli/rated_label.h"
#include "engine/cli/whole_project.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/model_influence/exposed_answers.h"
#include "engine/raters/influence_power.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

struct InfluenceArguments {
    std::filesystem::path table; ///< or a project
    std::string prediction; ///< empty: the column `prediction`, or the model that a project knows most of
    std::string tier; ///< of a project; empty: any
    std::string label; ///< of a project; empty: any
    InfluenceOptions options;
    InfluencePlan plan;
    std::vector<std::size_t> units{50, 100, 200};
    bool power = false;
    bool json = false;
};

constexpr std::array kPulls{0.0, 0.1, 0.2, 0.3};

bool visibleOf(const DelimitedText& table, const DelimitedText::Row& row, std::size_t column)
{
    const std::string& text = row.cells[column];
    for (const auto& [word, isVisible] :
         std::initializer_list<std::pair<const char*, bool>>{{"1", true},
                                                             {"true", true},
                                                             {"yes", true},
                                                             {"shown", true},
                                                             {"0", false},
                                                             {"false", false},
                                                             {"no", false},
                                                             {"hidden", false}}) {
        if (text == word)
            return isVisible;
    }
    throw FormatError("data_invalid", table.path.string(),
                      fmt::format("line {}: '{}' in column '{}' says nothing of whether the prediction was "
                                  "visible; 1 or 0 is expected",
                                  row.line, text, table.columns[column]));
}

struct ReadAnswers {
    std::vector<ExposedAnswer> answers;
    bool isRandomised = false; ///< the column `arm` says so of each answer
};

/// The question that the options leave to choose.
InfluenceQuestion questionOf(const Annotation& project, const InfluenceArguments& options)
{
    const auto isChosen
        = [](const std::string& wished, const std::string& name) { return wished.empty() || wished == name; };
    std::string known;
    std::vector<InfluenceQuestion> questions = influenceQuestions(project);
    std::ranges::stable_partition(questions,
                                  [&](const InfluenceQuestion& question) { // what is measured first
                                      try {
                                          return exposedAnswers(project, question).isRandomised;
                                      } catch (const Error&) { // no scale of numbers
                                          return false;
                                      }
                                  });
    for (InfluenceQuestion& question : questions) {
        if (isChosen(options.tier, question.of) && isChosen(options.label, question.label)
            && isChosen(options.prediction, question.model))
            return std::move(question);
        known += fmt::format("{}{} of tier {} by {}", known.empty() ? "" : "; ", question.label, question.of,
                             question.model);
    }
    throw FormatError("too_few", options.table.string(),
                      known.empty()
                          ? std::string("keeps no prediction that was seen, or hidden by a measurement, "
                                        "while answers were given; at least one is expected")
                          : fmt::format("has no such predictions; it keeps {}", known));
}

ReadAnswers answersOfProject(const InfluenceArguments& options)
{
    const Annotation project = wholeProject(options.table, "measured");
    const InfluenceQuestion question = questionOf(project, options);
    ExposedAnswers found = exposedAnswers(project, question);
    say(stderr, "note: {} of tier {}, predictions of {}\n", question.label, question.of, question.model);
    return {std::move(found.answers), found.isRandomised};
}

ReadAnswers readAnswers(const InfluenceArguments& options)
{
    if (options.table.extension() == ".polylogue")
        return answersOfProject(options);
    const DelimitedText table = readDelimited(options.table);
    const std::size_t unit = requiredColumn(table, "unit"), value = requiredColumn(table, "value");
    const std::size_t visible = requiredColumn(table, "visible"),
                      prediction
        = requiredColumn(table, options.prediction.empty() ? "prediction" : options.prediction);
    const auto arm = table.column("arm");
    requiredColumn(table, "rater"); // an answer is somebody's
    std::map<std::string, std::pair<std::size_t, double>> units;
    ReadAnswers read{{}, arm.has_value()};
    for (const DelimitedText::Row& row : table.rows) {
        const double predicted = requiredNumber(table, row, prediction);
        const auto [place, isNew] = units.try_emplace(row.cells[unit], units.size(), predicted);
        if (place->second.second != predicted)
            throw FormatError(
                "data_invalid", options.table.string(),
                fmt::format(
                    "line {}: the prediction of {} is {:g}, and {:g} before; one for each unit is expected",
                    row.line, row.cells[unit], predicted, place->second.second));
        read.answers.push_back({place->second.first, requiredNumber(table, row, value),
                                visibleOf(table, row, visible), predicted});
        read.isRandomised = read.isRandomised && (row.cells[*arm] == "shown" || row.cells[*arm] == "hidden");
    }
    return read;
}

const char* const kNotRandomised
    = "Nothing says that chance decided who saw the prediction: who looks may differ.";

nlohmann::json influenceJson(const Influence& found, bool isRandomised)
{
    nlohmann::json json{{"units", found.units},
                        {"dropped", found.dropped},
                        {"answers_shown", found.answersShown},
                        {"answers_hidden", found.answersHidden},
                        {"closer", figureJson(found.closer)},
                        {"p", figureJson(found.chance)},
                        {"pull", figureJson(found.pull)},
                        {"low", figureJson(found.low)},
                        {"high", figureJson(found.high)},
                        {"pull_units", found.pullUnits},
                        {"randomised", isRandomised},
                        {"findings", nlohmann::json::array()}};
    const auto tell = [&](const char* code, const std::string& text) {
        json["findings"].push_back({{"code", code}, {"level", "note"}, {"place", ""}, {"text", text}});
    };
    if (!found.undefined.empty()) {
        json["undefined"] = found.undefined;
        tell("too_few", found.undefined);
    } else if (!found.noPull.empty()) {
        json["no_pull"] = found.noPull;
    }
    if (!isRandomised)
        tell("not_randomised", kNotRandomised);
    return json;
}

void sayInfluence(const Influence& found, bool isRandomised)
{
    if (!found.closer) {
        say(stdout, "The influence is undefined: {} ({}).\n", found.undefined, found.units);
    } else {
        say(stdout,
            "Where the prediction was visible ({} answers, {} units) answers lay {:.2f} steps {} to it (p = "
            "{:.3g}).\n",
            found.answersShown, found.units, std::abs(*found.closer),
            *found.closer < 0.0 ? "less near" : "nearer", *found.chance);
        if (found.pull && found.low)
            say(stdout, "Pull {:.2f} [{:.2f}, {:.2f}], of {} units.\n", *found.pull, *found.low, *found.high,
                found.pullUnits);
        else
            say(stdout, "The pull is undefined: {}.\n", found.noPull);
    }
    if (found.dropped > 0)
        say(stdout, "{} units were answered in one way only and count for nothing.\n", found.dropped);
    if (!isRandomised)
        say(stdout, "not_randomised: {}\n", kNotRandomised);
}

nlohmann::json powerJson(const InfluenceArguments& options)
{
    nlohmann::json rows = nlohmann::json::array();
    for (const std::size_t units : options.units) {
        InfluencePlan plan = options.plan;
        plan.units = units;
        nlohmann::json row{{"units", units}, {"pulls", nlohmann::json::array()}};
        std::vector<InfluencePower> powers;
        for (const double pull : kPulls) {
            powers.push_back(influencePower(plan, pull, 60, progressOnTerminal("simulating")));
            const InfluencePower& power = powers.back();
            row["pulls"].push_back({{"pull", pull},
                                    {"power", power.power},
                                    {"mean", figureJson(power.mean)},
                                    {"sd", figureJson(power.deviation)}});
        }
        row["found_at_80"] = figureJson(findablePull(powers));
        rows.push_back(std::move(row));
    }
    return rows;
}

void sayPower(const nlohmann::json& rows)
{
    say(stdout, "Chance to find a pull (p <= 0.05), 60 simulated studies:\n");
    for (const nlohmann::json& row : rows) {
        std::string line = fmt::format("  {:>5} units:", row.at("units").get<std::size_t>());
        for (const nlohmann::json& pull : row.at("pulls"))
            line += fmt::format("  pull {:.1f} {:.2f}", pull.at("pull").get<double>(),
                                pull.at("power").get<double>());
        const nlohmann::json& found = row.at("found_at_80");
        say(stdout, "{}; with power 0.8 {}\n", line,
            found.is_null() ? std::string("none of these")
                            : fmt::format("a pull of {:.2f}", found.get<double>()));
    }
}

int influence(const InfluenceArguments& options)
{
    nlohmann::json json = nlohmann::json::object();
    if (!options.table.empty()) {
        const ReadAnswers read = readAnswers(options);
        const Influence found = influenceOf(read.answers, options.options, progressOnTerminal("shuffling"));
        json = influenceJson(found, read.isRandomised);
        if (!options.json)
            sayInfluence(found, read.isRandomised);
    }
    if (options.power) {
        json["power"] = powerJson(options);
        if (!options.json)
            sayPower(json.at("power"));
    }
    if (options.json)
        fmt::print("{}\n", jsonText(json, 2));
    return 0;
}

}

void addInfluence(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "influence",
        "Whether answers move towards a model's prediction where raters see the prediction, and how far.");
    auto options = std::make_shared<InfluenceArguments>();
    auto* file = command->add_option("FILE", options->table,
                                     "a table (CSV, TSV) with unit, rater, value, visible (1 or 0) and the "
                                     "prediction; with a column arm (shown or hidden) where chance decided; "
                                     "or a project, which keeps what its annotators could see");
    command->add_option("--prediction", options->prediction,
                        "the column of the prediction (otherwise prediction), or the model of a project");
    command->add_option("--tier", options->tier,
                        "of a project, if answers of several were given in sight of predictions");
    command->add_option("--label", options->label, "of a project, likewise");
    command->add_option("--seed", options->options.seed, "of the draws")->capture_default_str();
    command->add_flag("--power", options->power, "also what a study like this could find, by simulation");
    command->add_option("--units", options->units, "of --power (otherwise 50,100,200)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::Range(10, 100'000));
    command->add_option("--shown", options->plan.shown, "answers of a unit with the prediction, of --power")
        ->check(CLI::Range(1, 8))
        ->capture_default_str();
    command
        ->add_option("--hidden", options->plan.hidden, "answers of a unit without the prediction, of --power")
        ->check(CLI::Range(1, 8))
        ->capture_default_str();
    command->add_flag("--json", options->json, "for machines");
    command->callback([options, file, &action] {
        if (file->empty() && !options->power)
            throw CLI::ValidationError("FILE", "a table of answers, a project, or --power is needed");
        action = [options] { return influence(*options); };
    });
}

}
