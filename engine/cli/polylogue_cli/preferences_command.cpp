#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/said.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/open_words/answer_files.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

struct RankingArguments {
    std::filesystem::path file;
    std::string comparison; ///< of a published table
    std::filesystem::path plan; ///< items to make sets of; empty: answers are scored
    std::size_t size = 4; ///< of these sets
    std::uint32_t seed = 1; ///< of the halves, or of the sets
    bool json = false;
};

constexpr const char* kNoCommonRank
    = "Items of different groups were never compared: there is no common rank.";

constexpr const char* kComparisonHelp = "which one of a published table, c01 (otherwise the only one)";

int rankPreferences(const RankingArguments& options)
{
    PreferenceRanks ranks = preferenceRanks({}, readPreferences(options.file, options.comparison));
    const auto next = nextPair(ranks);
    if (options.json) {
        nlohmann::json json{{"components", ranks.components},
                            {"strength", nlohmann::json::object()},
                            {"deviation", nlohmann::json::object()},
                            {"deviation_from_mean", nlohmann::json::object()},
                            {"next", nullptr},
                            {"notes", nlohmann::json::array()}};
        for (std::size_t i = 0; i < ranks.items.size() && ranks.undefined.empty(); ++i) {
            const PreferenceRanks::Item& item = ranks.items[i];
            json["strength"][item.name] = item.strength;
            json["deviation"][item.name] = item.deviation;
            json["deviation_from_mean"][item.name] = deviationFromMean(ranks, i);
        }
        if (!ranks.undefined.empty())
            json["undefined"] = ranks.undefined.english();
        if (ranks.components > 1)
            json["notes"].push_back(kNoCommonRank);
        if (next)
            json["next"] = {ranks.items[next->first].name, ranks.items[next->second].name};
        fmt::print("{}\n", jsonText(json, 2));
        return 0;
    }
    if (!ranks.undefined.empty()) {
        say(stdout, "undefined: {}\n", ranks.undefined.english());
        return 0;
    }
    if (next)
        say(stdout, "ask next: {} or {}\n", ranks.items[next->first].name, ranks.items[next->second].name);
    for (std::size_t i = 0; i < ranks.items.size(); ++i)
        ranks.items[i].deviation = deviationFromMean(ranks, i);
    std::ranges::stable_sort(ranks.items, std::greater{}, &PreferenceRanks::Item::strength);
    for (const PreferenceRanks::Item& item : ranks.items)
        say(stdout, "{:+8.3f} ± {:.3f}  {}\n", item.strength, item.deviation, item.name);
    if (ranks.components > 1)
        say(stdout, "{} groups. {}\n", ranks.components, kNoCommonRank);
    return 0;
}

/// Prints a table of sets to be answered, which the same command reads once it is filled in.
int planBestWorst(const RankingArguments& options)
{
    const std::vector<std::string> items = readItems(options.plan);
    if (items.size() < options.size)
        throw FormatError("data_invalid", options.plan.string(),
                          fmt::format("has {} items; a set needs {}", items.size(), options.size));
    const auto sets = bestWorstSets(items, options.seed, options.size);
    if (options.json) {
        const nlohmann::json json{{"items", items.size()}, {"seed", options.seed}, {"sets", sets}};
        fmt::print("{}\n", jsonText(json, 2));
        return 0;
    }
    fmt::print("{}", bestWorstTable(sets));
    return 0;
}

int rankBestWorst(const RankingArguments& options)
{
    if (!options.plan.empty())
        return planBestWorst(options);

    const std::vector<BestWorstJudgement> judgements = readBestWorst(options.file, options.comparison);
    const auto scores = bestWorstScores(judgements);
    const SplitHalf halves = splitHalf(judgements, 100, options.seed);
    if (options.json) {
        nlohmann::json json{
            {"judgements", judgements.size()},
            {"scores", scores},
            {"split_half",
             {{"r", nullptr}, {"whole", nullptr}, {"splits", halves.splits}, {"seed", options.seed}}}};
        if (halves.correlation)
            json["split_half"]["r"] = *halves.correlation;
        else
            json["split_half"]["undefined"] = halves.undefined.english();
        if (halves.whole)
            json["split_half"]["whole"] = *halves.whole;
        fmt::print("{}\n", jsonText(json, 2));
        return 0;
    }
    std::vector<std::pair<std::string, double>> order(scores.begin(), scores.end());
    std::ranges::stable_sort(order, std::greater{}, &std::pair<std::string, double>::second);
    for (const auto& [item, score] : order)
        say(stdout, "{:+8.3f}  {}\n", score, item);
    if (halves.correlation)
        say(stdout, "split-half r {:.3f}, of the whole {:.3f} ({} splits, seed {})\n", *halves.correlation,
            halves.whole.value_or(-1.0), halves.splits, options.seed);
    else
        say(stdout, "split-half undefined: {}\n", halves.undefined.english());
    return 0;
}

}

void addPreferences(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "preferences",
        "Ranks items by answers to which of two (Bradley and Terry), and says which two to ask next.");
    auto options = std::make_shared<RankingArguments>();
    command
        ->add_option(
            "FILE", options->file,
            "table (CSV, TSV) with columns first, second, choice: 1 the first, 2 the second, 0 a tie; or "
            "comparisons.csv of a published folder")
        ->required();
    command->add_option("--comparison", options->comparison, kComparisonHelp);
    command->add_flag("--json", options->json, "for machines");
    command->callback([options, &action] { action = [options] { return rankPreferences(*options); }; });
}

void addBestWorst(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand("best-worst",
                                           "Scores items by who is best and who is worst of a few, and how "
                                           "reliable the scores are; or plans such "
                                           "sets.");
    auto options = std::make_shared<RankingArguments>();
    auto* file = command->add_option(
        "FILE", options->file,
        "table (CSV, TSV) with columns items (parted by semicolons), or item1, item2, …, and best, "
        "worst: an item, or its place from 1; or comparisons.csv of a published folder");
    command->add_option("--comparison", options->comparison, kComparisonHelp);
    auto* plan = command->add_option(
        "--plan", options->plan,
        "items, one a line, or a table with a column item: prints sets of them as a table to be answered");
    file->excludes(plan);
    command->add_option("--size", options->size, "items of a set, with --plan (otherwise 4)")
        ->check(CLI::Range(3, 10))
        ->needs(plan);
    command->add_option("--seed", options->seed, "of the halves, or of the sets (otherwise 1)");
    command->add_flag("--json", options->json, "for machines");
    command->callback([options, &action, file, plan] {
        if (file->count() + plan->count() == 0)
            throw CLI::RequiredError("FILE or --plan");
        action = [options] { return rankBestWorst(*options); };
    });
}

}
