#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/said.h"
#include "engine/core/json_text.h"
#include "engine/open_words/answer_files.h"
#include "engine/open_words/wheel_files.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

struct WordsScoreArguments {
    std::filesystem::path truth;
    std::filesystem::path said;
    std::filesystem::path wheels; ///< empty: words are compared as they stand alone
    int level = 1;
    bool json = false;
};

/// Units with a truth; what was said of others is counted.
struct ComparedWords {
    std::vector<SaidWords> units;
    std::size_t notSaid = 0; ///< units with a truth of which nothing is said
    std::size_t withoutTruth = 0;
};

ComparedWords comparedWords(const WordsScoreArguments& options)
{
    ComparedWords compared;
    std::map<std::string, TermSet> said = readUnitWords(options.said);
    for (const auto& [unit, truth] : readUnitWords(options.truth)) {
        const auto own = said.extract(unit);
        compared.notSaid += own.empty() ? 1 : 0;
        compared.units.push_back({truth, own.empty() ? TermSet() : own.mapped()});
    }
    compared.withoutTruth = said.size();
    return compared;
}

nlohmann::json scoresJson(const SetScores& scores)
{
    if (!scores.undefined.empty())
        return {{"f", nullptr},
                {"precision", nullptr},
                {"recall", nullptr},
                {"units", scores.units},
                {"undefined", scores.undefined.english()}};
    return {
        {"f", scores.f}, {"precision", scores.precision}, {"recall", scores.recall}, {"units", scores.units}};
}

void sayScores(const std::string& name, const SetScores& scores)
{
    if (!scores.undefined.empty())
        say(stdout, "{}: undefined: {}\n", name, scores.undefined.english());
    else
        say(stdout, "{}: F {:.4f}, precision {:.4f}, recall {:.4f} of {} units\n", name, scores.f,
            scores.precision, scores.recall, scores.units);
}

/// Most frequent first.
std::vector<std::pair<std::string, std::size_t>> droppedWords(const WheelScores& scores)
{
    std::vector<std::pair<std::string, std::size_t>> dropped(scores.dropped.begin(), scores.dropped.end());
    std::ranges::stable_sort(dropped, std::greater{}, &std::pair<std::string, std::size_t>::second);
    return dropped;
}

int scoreWords(const WordsScoreArguments& options)
{
    const ComparedWords compared = comparedWords(options);
    const SetScores unmapped = setScores(compared.units);
    WheelScores wheels;
    if (!options.wheels.empty())
        wheels = wheelScores(compared.units, readWheels(options.wheels), options.level);
    if (!options.json) {
        if (!options.wheels.empty()) {
            sayScores("wheels, mean", wheels.mean);
            for (std::size_t i = 0; i < wheels.wheels.size(); ++i)
                sayScores(fmt::format("wheel {}", i + 1), wheels.wheels[i]);
            for (const auto& [word, count] : droppedWords(wheels))
                say(stdout, "on no wheel: {} ({})\n", word, count);
        }
        sayScores("words as they stand", unmapped);
        say(stdout, "units of which nothing is said: {}; said without a truth, left out: {}\n",
            compared.notSaid, compared.withoutTruth);
        return 0;
    }
    nlohmann::json json = scoresJson(options.wheels.empty() ? unmapped : wheels.mean);
    json["level"] = options.wheels.empty() ? nlohmann::json() : nlohmann::json(options.level);
    json["unmapped"] = scoresJson(unmapped);
    json["per_wheel"] = nlohmann::json::array();
    for (const SetScores& wheel : wheels.wheels)
        json["per_wheel"].push_back(scoresJson(wheel));
    json["dropped_words"] = nlohmann::json::array();
    for (const auto& [word, count] : droppedWords(wheels))
        json["dropped_words"].push_back({{"word", word}, {"count", count}});
    json["not_said"] = compared.notSaid;
    json["without_truth"] = compared.withoutTruth;
    fmt::print("{}\n", jsonText(json, 2));
    return 0;
}

}

void addWordsScore(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "words-score",
        "How near sets of open words come to true ones, as they stand and on wheels of emotions.");
    auto options = std::make_shared<WordsScoreArguments>();
    command
        ->add_option("TRUTH", options->truth,
                     "table (CSV, TSV) of true words: a column unit (or name, or video_id and clip_id) and a "
                     "column words (or openset), parted by semicolons or commas")
        ->required();
    command->add_option("SAID", options->said, "the same, of what is scored")->required();
    command->add_option(
        "--wheels", options->wheels,
        "folder with your copy of the challenge's wheel1.xlsx to wheel5.xlsx, synonym.xlsx and "
        "format.csv (otherwise words are compared as they stand)");
    command->add_option("--level", options->level, "of the wheels: 1, the challenge's, or 2 (otherwise 1)")
        ->check(CLI::Range(1, 2));
    command->add_flag("--json", options->json, "for machines");
    command->callback([options, &action] { action = [options] { return scoreWords(*options); }; });
}

}
