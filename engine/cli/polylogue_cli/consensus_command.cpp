#include "engine/cli/polylogue_cli/agreement_consensus.h"
#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/rated_label.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"
#include "engine/raters/routing.h"

#include <fmt/format.h>

namespace engine::cli {

namespace {

struct ConsensusArguments {
    std::shared_ptr<RatedLabelArguments> ratings = std::make_shared<RatedLabelArguments>();
    std::string model = "ordinal";
    RoutingOptions routing; ///< when a unit is done
    std::filesystem::path out;
    bool json = false;
};

const char* const kNobody = "nobody judged the unit";

/// A label, its fitted model, and what is believed of each unit.
struct OrdinalConsensus {
    SteppedLabel label;
    OrdinalFit fit;
    std::vector<OrdinalEstimate> units;
    std::vector<bool> isDone;

    /// A step, or a mean of steps, on the scale of the label.
    double value(double step) const { return label.scale.value(step); }
    bool isJudged(std::size_t unit) const { return !label.table.valuesOf(unit).empty(); }
};

OrdinalConsensus ordinalConsensus(SteppedLabel label, const RoutingOptions& routing)
{
    OrdinalConsensus found{std::move(label), {}, {}, {}};
    const OrdinalRatings& ratings = found.label.ratings;
    found.fit = fitOrdinalModel(ratings, {}, nullptr, progressOnTerminal("fitting"));
    found.units = ordinalEstimates(found.fit.model, placePosteriors(found.fit.model, ratings));
    found.isDone = doneUnits(ratings, found.units, routing);
    return found;
}

nlohmann::json ordinalJson(const OrdinalConsensus& found)
{
    const RatingTable& table = found.label.table;
    nlohmann::json json{{"model", "ordinal"},
                        {"name", table.label()},
                        {"thresholds", found.fit.model.thresholds},
                        {"objective", found.fit.objective},
                        {"rounds", found.fit.rounds},
                        {"raters", nlohmann::json::array()},
                        {"units", nlohmann::json::array()}};
    for (std::size_t step = 0; step < found.label.scale.steps; ++step)
        json["steps"].push_back(found.value(static_cast<double>(step)));
    std::vector<std::size_t> counts(table.raters().size(), 0);
    for (const OrdinalAnswer& answer : found.label.ratings.answers)
        ++counts[answer.rater];
    for (std::size_t rater = 0; rater < table.raters().size(); ++rater) {
        const OrdinalRater& profile = found.fit.model.raters[rater];
        json["raters"].push_back({{"rater", table.raters()[rater]},
                                  {"bias", profile.bias},
                                  {"scale", profile.scale},
                                  {"noise", profile.noise},
                                  {"units", counts[rater]},
                                  {"enough", bool(found.fit.isEnough[rater])}});
    }
    for (std::size_t unit = 0; unit < found.units.size(); ++unit) {
        const OrdinalEstimate& of = found.units[unit];
        nlohmann::json row{{"unit", table.units()[unit]}, {"done", bool(found.isDone[unit])}};
        if (!found.isJudged(unit)) {
            for (const char* figure : {"label", "mean", "crowd", "sd", "loss", "set", "P", "plain_mean"})
                row[figure] = nullptr;
            row["undefined"] = kNobody;
        } else {
            row.update(
                {{"label", found.value(static_cast<double>(of.label))},
                 {"mean", found.value(of.mean)},
                 {"crowd", found.value(of.crowd)},
                 {"sd", of.deviation * found.label.scale.width},
                 {"loss", of.loss},
                 {"set",
                  {found.value(static_cast<double>(of.first)), found.value(static_cast<double>(of.last))}},
                 {"P", of.chances},
                 {"plain_mean", *table.mean(unit)}});
        }
        json["units"].push_back(std::move(row));
    }
    return json;
}

void writeOrdinal(const OrdinalConsensus& found, const std::filesystem::path& file)
{
    const RatingTable& table = found.label.table;
    std::string text = "unit,name,crowd,mean,label,sd,loss,set_from,set_to,done,plain_mean,ratings,rule\n";
    for (std::size_t unit = 0; unit < found.units.size(); ++unit) {
        const OrdinalEstimate& of = found.units[unit];
        if (!found.isJudged(unit))
            continue;
        text += fmt::format("{},{},{:.6g},{:.6g},{:g},{:.6g},{:.6g},{:g},{:g},{},{:.6g},{},ordinal crowd\n",
                            tableCell(table.units()[unit]), tableCell(table.label()), found.value(of.crowd),
                            found.value(of.mean), found.value(static_cast<double>(of.label)),
                            of.deviation * found.label.scale.width, of.loss,
                            found.value(static_cast<double>(of.first)),
                            found.value(static_cast<double>(of.last)), found.isDone[unit] ? 1 : 0,
                            *table.mean(unit), table.valuesOf(unit).size());
    }
    writeTextFile(file, text).commit();
}

void sayOrdinal(const OrdinalConsensus& found)
{
    const RatingTable& table = found.label.table;
    say(stdout, "{}: raters of an ordinal model (bias and noise in units of the truths' deviation)\n",
        table.label());
    for (std::size_t rater = 0; rater < table.raters().size(); ++rater) {
        const OrdinalRater& profile = found.fit.model.raters[rater];
        say(stdout, "  {:<16} bias {:+.2f}  scale {:.2f}  noise {:.2f}{}\n", table.raters()[rater],
            profile.bias, profile.scale, profile.noise,
            found.fit.isEnough[rater] ? "" : "  not enough shared units: taken for an ordinary rater");
    }
    say(stdout, "\n  {:<24} {:>7} {:>7} {:>7} {:>7}  {:<13} {}\n", "unit", "crowd", "mean", "label", "loss",
        "90 % within", "done");
    std::size_t done = 0;
    for (std::size_t unit = 0; unit < found.units.size(); ++unit) {
        const OrdinalEstimate& of = found.units[unit];
        done += found.isDone[unit] ? 1 : 0;
        if (!found.isJudged(unit)) {
            say(stdout, "  {:<24} undefined: {}\n", table.units()[unit], kNobody);
            continue;
        }
        say(stdout, "  {:<24} {:>7.2f} {:>7.2f} {:>7g} {:>7.2f}  {:<13} {}\n", table.units()[unit],
            found.value(of.crowd), found.value(of.mean), found.value(static_cast<double>(of.label)), of.loss,
            fmt::format("{:g} to {:g}", found.value(static_cast<double>(of.first)),
                        found.value(static_cast<double>(of.last))),
            found.isDone[unit] ? "yes" : "no");
    }
    say(stdout, "\n{} of {} units are done. The predicted loss is about a tenth too small.\n", done,
        found.units.size());
}

nlohmann::json weightedJson(const LabelConsensus& label)
{
    nlohmann::json json = profilesJson(label);
    json["name"] = json["label"];
    json.erase("label");
    json["model"] = "weighted";
    json["units"] = nlohmann::json::array();
    for (std::size_t unit = 0; unit < label.table->units().size(); ++unit) {
        const std::optional<double>& value = label.consensus.values[unit];
        nlohmann::json row{{"unit", label.table->units()[unit]},
                           {"mean", nullptr},
                           {"sd", nullptr},
                           {"plain_mean", nullptr}};
        if (value)
            row.update({{"mean", *value},
                        {"sd", label.consensus.deviations[unit]},
                        {"plain_mean", *label.table->mean(unit)}});
        else
            row["undefined"] = kNobody;
        json["units"].push_back(std::move(row));
    }
    return json;
}

int weighted(const ConsensusArguments& options, const RatingTable& table)
{
    if (table.isNominal())
        throw FormatError("no_numbers", options.ratings->files.front().string(),
                          fmt::format("{} is of categories; a consensus is of numbers", table.label()));
    const std::vector<LabelConsensus> label{{&table, raterConsensus(table)}};
    if (!options.out.empty())
        writeConsensus(label, options.out);
    if (options.json)
        fmt::print("{}\n", jsonText(weightedJson(label.front()), 2));
    else
        fmt::print("{}", terminalLines(profilesText(label.front())));
    return 0;
}

int consensus(const ConsensusArguments& options)
{
    if (!options.out.empty())
        refuseInputsAsOutputs(options.ratings->files, std::span(&options.out, 1));
    RatingTable table = ratedLabel(*options.ratings);
    if (options.model == "weighted")
        return weighted(options, table);
    const OrdinalConsensus found
        = ordinalConsensus(steppedLabel(*options.ratings, std::move(table)), options.routing);
    if (!options.out.empty())
        writeOrdinal(found, options.out);
    if (options.json)
        fmt::print("{}\n", jsonText(ordinalJson(found), 2));
    else
        sayOrdinal(found);
    return 0;
}

}

void addConsensus(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "consensus",
        "One value per unit of what raters said, in which each rater counts by how well they judge.");
    auto options = std::make_shared<ConsensusArguments>();
    addRatedLabel(*command, options->ratings, true);
    command
        ->add_option(
            "--model", options->model,
            "ordinal: of steps, with chances of each step and when a unit is done; weighted: of numbers")
        ->check(CLI::IsMember({"ordinal", "weighted"}))
        ->capture_default_str();
    command
        ->add_option("--stop-loss", options->routing.stopLoss,
                     "a unit is done when its label is expected to be no further from the truth, in steps")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--out", options->out, "also write a table (.csv), a row per unit");
    command->add_flag("--json", options->json, "for machines");
    command->callback([options, &action] { action = [options] { return consensus(*options); }; });
}

}
