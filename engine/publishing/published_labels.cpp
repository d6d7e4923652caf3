#include "engine/publishing/published_labels.h"

#include "engine/agreement/rater_consensus.h"
#include "engine/annotation/word_sets.h"
#include "engine/core/error.h"
#include "engine/raters/ordinal_estimates.h"

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

/// The commonest term of a unit with votes; of several the first of the scheme.
PublishedValue commonestTerm(const RatingTable& table, std::size_t unit)
{
    std::map<double, std::size_t> counts;
    for (const double value : table.valuesOf(unit))
        ++counts[value];
    const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    return PublishedValue(table.text(most->first));
}

/// What the ordinal rater model says of each unit of a label.
struct OrdinalLabel {
    RatingScale scale;
    std::vector<OrdinalEstimate> units;
};

/// Absent: the label has no steps, or people's answers lie between them.
std::optional<OrdinalLabel> ordinalLabel(const RatingTable& table, const LabelScheme& label,
                                         const RunContext& run)
{
    const auto* scale = std::get_if<NumberScale>(&label.scale);
    if (!scale)
        return std::nullopt;
    try {
        RatingScale steps = ratingScaleOf(table);
        if (scale->step > 0.0) {
            const double count = std::round((scale->greatest - scale->least) / scale->step) + 1.0;
            if (count >= 2.0 && count <= static_cast<double>(kMostSteps))
                steps = {scale->least, scale->step, static_cast<std::size_t>(count)};
        }
        const OrdinalRatings ratings = ordinalRatings(table, steps);
        const OrdinalModel model = fitOrdinalModel(ratings, {}, nullptr, run).model;
        return OrdinalLabel{steps, ordinalEstimates(model, placePosteriors(model, ratings))};
    } catch (const ShapeError&) { // no steps: the mean counts
        return std::nullopt;
    }
}

void addEstimate(PublishedLabel& published, const OrdinalLabel& label)
{
    const OrdinalEstimate& estimate = label.units[published.unit];
    published.crowd = label.scale.value(estimate.crowd);
    published.deviation = estimate.deviation * label.scale.width;
    published.setLow = label.scale.value(static_cast<double>(estimate.first));
    published.setHigh = label.scale.value(static_cast<double>(estimate.last));
}

PublishedValue numberByRule(const PublishedLabel& published, const OrdinalLabel* label, PublishedRule& rule)
{
    if (rule == PublishedRule::Majority)
        return *published.majority;
    if (label && rule == PublishedRule::Crowd)
        return *published.crowd;
    if (label && rule == PublishedRule::Label)
        return label->scale.value(static_cast<double>(label->units[published.unit].label));
    rule = PublishedRule::Mean;
    return *published.mean;
}

/// The value that the votes of a unit make by the rule; none where there are no votes.
/// @param ordinal  what the rater model says; null: the label has no steps
void settleByRule(PublishedLabel& published, const RatingTable& table, const OrdinalLabel* ordinal,
                  PublishedRule rule)
{
    published.votes = table.valuesOf(published.unit).size();
    if (published.votes == 0)
        return;
    if (table.isNominal()) {
        published.majority = commonestTerm(table, published.unit);
        published.value = *published.majority;
        published.rule = name(PublishedRule::Majority);
        return;
    }
    published.mean = table.mean(published.unit);
    published.majority = PublishedValue(*majorityOf(table, published.unit));
    if (ordinal)
        addEstimate(published, *ordinal);
    published.value = numberByRule(published, ordinal, rule);
    published.rule = name(rule);
}

/// The words that more than half of the raters gave, the most frequent first, then by the alphabet; none of
/// them: the empty set. A word is written as it was written first.
void settleByMajority(PublishedLabel& published, const SetsByRater& sets)
{
    std::map<std::string, std::pair<std::size_t, std::string>> words; // by how they are compared
    for (const auto& [rater, text] : sets) {
        for (const std::string& word : wordsOfSet(text))
            ++words.try_emplace(comparedWord(word), 0, word).first->second.first;
    }
    std::vector<std::pair<std::size_t, std::string>> frequent;
    for (const auto& [compared, word] : words) {
        if (2 * word.first > sets.size())
            frequent.push_back(word);
    }
    std::ranges::stable_sort(frequent, std::greater{}, &std::pair<std::size_t, std::string>::first);
    std::vector<std::string> kept;
    for (const auto& [count, word] : frequent)
        kept.push_back(word);
    kept.resize(std::min(kept.size(), kMostWords));
    published.votes = sets.size();
    published.majority = PublishedValue(wordsText(kept));
    published.value = *published.majority;
    published.rule = name(PublishedRule::Majority);
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

RatingTable tableWithoutRatings(const PublishedStudy& study, const std::string& label)
{
    std::vector<std::string> units, raters, videos;
    for (const PublishedUnit& unit : study.units) {
        units.push_back(unit.id);
        videos.push_back(unit.video);
    }
    for (std::size_t rater = 0; rater < study.raters.size(); ++rater)
        raters.push_back(study.raterCode(rater));
    return RatingTable(label, std::move(units), std::move(raters), std::move(videos));
}

std::optional<RatingTable> ratingsOf(const PublishedStudy& study, const LabelScheme& label)
{
    if (std::holds_alternative<FreeText>(label.scale) || study.raters.empty())
        return std::nullopt;
    RatingTable table = tableWithoutRatings(study, label.name);
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

std::map<std::size_t, SetsByRater> wordSetsOf(const PublishedStudy& study, const LabelScheme& label)
{
    std::map<std::size_t, SetsByRater> sets;
    if (!wordListOf(label))
        return sets;
    for (const PublishedVote& vote : study.votes) {
        const auto* text = std::get_if<std::string>(&vote.value);
        if (text && vote.label == label.name && counts(vote))
            sets[vote.unit][vote.rater] = *text;
    }
    return sets;
}

std::vector<PublishedLabel> publishedLabels(const PublishedStudy& study, PublishedRule rule,
                                            const RunContext& run)
{
    std::vector<PublishedLabel> all;
    std::size_t done = 0;
    for (const LabelScheme& label : study.labels) {
        const std::optional<RatingTable> table = ratingsOf(study, label);
        run.tick(done++, study.labels.size());
        const std::optional<OrdinalLabel> ordinal
            = table && !table->isNominal() ? ordinalLabel(*table, label, {run.stop, {}}) : std::nullopt;
        const auto sets = wordSetsOf(study, label);
        for (std::size_t unit = 0; unit < study.units.size(); ++unit) {
            PublishedLabel published;
            published.unit = unit;
            published.label = label.name;
            published.origin = "people";
            if (table)
                settleByRule(published, *table, ordinal ? &*ordinal : nullptr, rule);
            else if (const auto said = sets.find(unit); said != sets.end())
                settleByMajority(published, said->second);
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
