#include "engine/publishing/agreement_of_votes.h"

#include "engine/agreement_reports/agreement_json.h"
#include "engine/annotation/word_sets.h"
#include "engine/core/json_text.h"
#include "engine/publishing/published_labels.h"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

/// Sets of words as categories, whose words count as usualMetric() says. Absent: the label has none.
std::optional<RatingTable> setsTable(const PublishedStudy& study, const LabelScheme& label)
{
    const auto sets = wordSetsOf(study, label);
    if (sets.empty())
        return std::nullopt;
    RatingTable table = tableWithoutRatings(study, label.name);
    std::map<std::string, double> categories;
    const auto categoryOf = [](const std::string& text) {
        const TermSet words = comparedWords(text);
        return fmt::format("{}", fmt::join(words, "; "));
    };
    for (const auto& [unit, answers] : sets) {
        for (const auto& [rater, text] : answers)
            categories.try_emplace(categoryOf(text), 0.0);
    }
    std::vector<std::string> names;
    for (auto& [name, place] : categories) {
        place = static_cast<double>(names.size());
        names.push_back(name);
    }
    table.setCategories(std::move(names));
    for (const auto& [unit, answers] : sets) {
        for (const auto& [rater, text] : answers)
            table.setValue(unit, rater, categories.at(categoryOf(text)));
    }
    return table;
}

}

std::string agreementOfVotes(const PublishedStudy& study, std::uint32_t seed, const RunContext& run)
{
    RatingTables ratings;
    for (const LabelScheme& label : study.labels) {
        if (std::optional<RatingTable> table = ratingsOf(study, label))
            ratings.tables.push_back(std::move(*table));
        else if (auto sets = setsTable(study, label))
            ratings.tables.push_back(std::move(*sets));
    }
    AgreementOptions wish;
    for (const auto& [name, family] : agreementNames())
        wish.statistics.insert(family);
    wish.seed = seed;
    nlohmann::json said{{"reports", nlohmann::json::array()}};
    for (const AgreementReport& report : agreementReports(ratings, wish, run))
        said["reports"].push_back(agreementJson(report));
    return jsonText(said, 2) + "\n";
}

}
