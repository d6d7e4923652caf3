#include "engine/publishing/published_labels.h"

#include "engine/agreement/rater_consensus.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {

namespace {

constexpr std::array kRules{std::pair{PublishedRule::Crowd, "crowd"}, std::pair{PublishedRule::Mean, "mean"},
                            std::pair{PublishedRule::Label, "label"},
                            std::pair{PublishedRule::Majority, "majority"}};

bool counts(const PublishedVote& vote)
{
    return vote.purpose == "judging" && vote.pass == 1;
}

std::optional<double> numberOf(const PublishedValue& value, const LabelScheme& label)
{
    if (const double* number = std::get_if<double>(&value))
        return *number;
    const auto* vocabulary = std::get_if<Vocabulary>(&label.scale);
    if (!vocabulary)
        return std::nullopt;
    const auto term = std::ranges::find(vocabulary->terms, std::get<std::string>(value), &Term::name);
    if (term == vocabulary->terms.end())
        return std::nullopt;
    return static_cast<double>(term - vocabulary->terms.begin());
}

/// The commonest term; of several the first of the scheme.
std::optional<PublishedValue> commonestTerm(const RatingTable& table, std::size_t unit)
{
    std::map<double, std::size_t> counts;
    for (const double value : table.valuesOf(unit))
        ++counts[value];
    if (counts.empty())
        return std::nullopt;
    const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    return PublishedValue(table.text(most->first));
}

/// The value that the votes of a unit make by the rule. Absent: there are none.
void settleByRule(PublishedLabel& published, const RatingTable& table, PublishedRule rule)
{
    published.votes = table.valuesOf(published.unit).size();
    if (table.isNominal()) {
        published.majority = commonestTerm(table, published.unit);
        if (published.majority) {
            published.value = *published.majority;
            published.rule = "majority";
        }
        return;
    }
    published.mean = table.mean(published.unit);
    if (const auto majority = majorityOf(table, published.unit))
        published.majority = PublishedValue(*majority);
    if (published.mean) {
        published.value
            = rule == PublishedRule::Majority ? *published.majority : PublishedValue(*published.mean);
        published.rule = rule == PublishedRule::Majority ? "majority" : "mean";
    }
}

}

std::string name(PublishedRule rule)
{
    return std::ranges::find(kRules, rule, [](const auto& known) { return known.first; })->second;
}

std::optional<PublishedRule> publishedRuleOf(const std::string& name)
{
    for (const auto& [rule, known] : kRules) {
        if (name == known)
            return rule;
    }
    return std::nullopt;
}

std::optional<RatingTable> ratingsOf(const PublishedStudy& study, const LabelScheme& label)
{
    if (std::holds_alternative<FreeText>(label.scale) || study.raters.empty())
        return std::nullopt;
    std::vector<std::string> units, raters, videos;
    for (const PublishedUnit& unit : study.units) {
        units.push_back(unit.id);
        videos.push_back(unit.video);
    }
    for (std::size_t rater = 0; rater < study.raters.size(); ++rater)
        raters.push_back(study.raterCode(rater));
    RatingTable table(label.name, std::move(units), std::move(raters), std::move(videos));
    if (const auto* vocabulary = std::get_if<Vocabulary>(&label.scale)) {
        std::vector<std::string> terms;
        for (const Term& term : vocabulary->terms)
            terms.push_back(term.name);
        table.setCategories(std::move(terms));
    }
    bool isEmpty = true;
    for (const PublishedVote& vote : study.votes) {
        const std::optional<double> number
            = vote.label == label.name && counts(vote) ? numberOf(vote.value, label) : std::nullopt;
        if (!number || !std::isfinite(*number))
            continue;
        table.setValue(vote.unit, vote.rater, number);
        isEmpty = false;
    }
    return isEmpty ? std::nullopt : std::optional(std::move(table));
}

std::vector<PublishedLabel> publishedLabels(const PublishedStudy& study, PublishedRule rule,
                                            const RunContext& run)
{
    std::vector<PublishedLabel> all;
    std::size_t done = 0;
    for (const LabelScheme& label : study.labels) {
        const std::optional<RatingTable> table = ratingsOf(study, label);
        run.tick(done++, study.labels.size());
        for (std::size_t unit = 0; unit < study.units.size(); ++unit) {
            PublishedLabel published;
            published.unit = unit;
            published.label = label.name;
            published.origin = "people";
            if (table)
                settleByRule(published, *table, rule);
            const auto settled = study.settled.find({unit, label.name});
            const auto given = study.units[unit].values.find(label.name);
            if (settled != study.settled.end()) {
                published.value = settled->second.first;
                published.settledBy = settled->second.second;
                published.rule = "settled";
            } else if (published.votes == 0) {
                if (given == study.units[unit].values.end())
                    continue;
                published.value = given->second.value;
                published.rule = "given";
                published.origin = given->second.by.annotator.empty() ? "file" : "people";
            }
            all.push_back(std::move(published));
        }
    }
    std::ranges::stable_sort(all, {}, &PublishedLabel::unit);
    return all;
}

}
