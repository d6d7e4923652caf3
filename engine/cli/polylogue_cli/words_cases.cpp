#include "engine/cli/polylogue_cli/recorded_cases.h"
#include "engine/cli/polylogue_cli/undefined_text.h"
#include "engine/core/error.h"
#include "engine/open_words/best_worst.h"
#include "engine/open_words/bradley_terry.h"
#include "engine/open_words/emotion_wheel.h"
#include "engine/open_words/set_agreement.h"

namespace engine::cli {

namespace {

nlohmann::json setAlphaCase(const nlohmann::json& recorded)
{
    const std::string name = recorded.value("distance", "masi");
    const SetDistance distance = name == "jaccard" ? SetDistance::Jaccard
        : name == "nominal"                        ? SetDistance::Nominal
                                                   : SetDistance::Masi;
    const auto units = recorded.at("units").get<std::vector<std::vector<TermSet>>>();
    const SetAlpha alpha = setAlpha(units, distance);
    if (!alpha.statistic.value)
        return {{"undefined", undefinedText(alpha.statistic.reason)}};
    return {{"alpha", *alpha.statistic.value}, {"units", alpha.statistic.units}, {"answers", alpha.answers}};
}

std::vector<SaidWords> saidWordsOf(const nlohmann::json& recorded)
{
    const auto truth = recorded.at("truth").get<std::vector<TermSet>>();
    const auto said = recorded.at("said").get<std::vector<TermSet>>();
    if (truth.size() != said.size())
        throw ShapeError("row_mismatch", "The case has other numbers of true and said words.");
    std::vector<SaidWords> units;
    for (std::size_t i = 0; i < truth.size(); ++i)
        units.push_back({truth[i], said[i]});
    return units;
}

nlohmann::json setScoresCase(const nlohmann::json& recorded)
{
    const SetScores scores = setScores(saidWordsOf(recorded));
    if (!scores.undefined.empty())
        return {{"undefined", undefinedText(scores.undefined)}};
    return {
        {"precision", scores.precision}, {"recall", scores.recall}, {"f", scores.f}, {"units", scores.units}};
}

nlohmann::json wheelCase(const nlohmann::json& recorded)
{
    const WheelTables tables{recorded.at("forms").get<std::map<std::string, TermSet>>(),
                             recorded.at("synonyms").get<std::map<std::string, TermSet>>(),
                             recorded.at("wheels").get<std::vector<WheelRows>>()};
    const WheelScores scores = wheelScores(saidWordsOf(recorded), tables, recorded.value("level", 1));
    if (!scores.mean.undefined.empty())
        return {{"undefined", undefinedText(scores.mean.undefined)}};
    return {{"f", scores.mean.f},
            {"precision", scores.mean.precision},
            {"recall", scores.mean.recall},
            {"wheels", scores.wheels.size()}};
}

nlohmann::json bradleyTerryCase(const nlohmann::json& recorded)
{
    std::vector<Preference> answers;
    for (const nlohmann::json& pair : recorded.at("pairs"))
        answers.push_back({pair.at(0), pair.at(1), pair.at(2)});
    const PreferenceRanks ranks = preferenceRanks(recorded.at("items").get<std::vector<std::string>>(),
                                                  answers, recorded.value("spread", 2.0));
    if (!ranks.undefined.empty())
        return {{"undefined", undefinedText(ranks.undefined)}};
    nlohmann::json result{{"components", ranks.components}};
    for (const PreferenceRanks::Item& item : ranks.items) {
        result["strength"][item.name] = item.strength;
        result["deviation"][item.name] = item.deviation;
    }
    return result;
}

nlohmann::json bestWorstCase(const nlohmann::json& recorded)
{
    std::vector<BestWorstJudgement> judgements;
    for (const nlohmann::json& judgement : recorded.at("judgements"))
        judgements.push_back({judgement.at("items").get<std::vector<std::string>>(), judgement.at("best"),
                              judgement.at("worst")});
    const nlohmann::json options = recorded.value("options", nlohmann::json::object());
    const SplitHalf halves
        = splitHalf(judgements, options.value("splits", std::size_t{100}), options.value("seed", 1U));
    nlohmann::json result{{"scores", bestWorstScores(judgements)}};
    if (!halves.correlation)
        result["split_half"] = {{"undefined", undefinedText(halves.undefined)}};
    else
        result["split_half"] = {{"r", *halves.correlation},
                                {"whole", halves.whole ? nlohmann::json(*halves.whole) : nlohmann::json()},
                                {"splits", halves.splits}};
    return result;
}

}

CaseResult wordsCase(const nlohmann::json& recorded)
{
    const std::string what = recorded.value("what", "");
    if (what == "set_alpha")
        return setAlphaCase(recorded);
    if (what == "set_scores")
        return setScoresCase(recorded);
    if (what == "wheel")
        return wheelCase(recorded);
    if (what == "bradley_terry")
        return bradleyTerryCase(recorded);
    if (what == "best_worst")
        return bestWorstCase(recorded);
    return std::nullopt;
}

}
