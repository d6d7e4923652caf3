#include "engine/publishing/published_facts.h"

#include "engine/agreement/krippendorff.h"
#include "engine/annotation/word_sets.h"
#include "engine/open_words/set_agreement.h"
#include "engine/publishing/published_comparisons.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine {

std::string scaleText(const LabelScheme& label)
{
    if (const auto* scale = std::get_if<NumberScale>(&label.scale))
        return scale->step > 0.0
            ? fmt::format("from {} to {} in steps of {}", scale->least, scale->greatest, scale->step)
            : fmt::format("any number from {} to {}", scale->least, scale->greatest);
    const auto* vocabulary = std::get_if<Vocabulary>(&label.scale);
    if (const WordList* words = wordListOf(label))
        return words->isClosed ? "a set of words of a list" : "a set of words";
    if (!vocabulary)
        return "free text";
    std::vector<std::string> terms;
    for (const Term& term : vocabulary->terms)
        terms.push_back(term.name);
    return fmt::format("one of: {}", fmt::join(terms, ", "));
}

namespace {

void addSets(PublishedFacts::OfLabel& facts, const std::map<std::size_t, SetsByRater>& sets)
{
    std::set<std::size_t> raters;
    std::vector<std::vector<TermSet>> units;
    for (const auto& [unit, answers] : sets) {
        units.emplace_back();
        for (const auto& [rater, text] : answers) {
            raters.insert(rater);
            units.back().push_back(comparedWords(text));
        }
    }
    facts.raters = raters.size();
    facts.metric = "MASI";
    facts.alpha = setAlpha(units, SetDistance::Masi).statistic;
}

PublishedFacts::OfLabel factsOf(const PublishedStudy& study, const LabelScheme& label,
                                const std::vector<PublishedLabel>& labels, std::uint32_t seed,
                                const RunContext& run)
{
    PublishedFacts::OfLabel facts;
    facts.label = label.name;
    facts.scale = scaleText(label);
    std::size_t settled = 0;
    std::vector<std::size_t> votes;
    std::set<std::string> videos;
    for (const PublishedLabel& published : labels) {
        if (published.label != label.name)
            continue;
        ++facts.units;
        settled += published.settledBy ? 1 : 0;
        facts.rated += published.votes >= 2 ? 1 : 0;
        if (published.votes > 0) {
            votes.push_back(published.votes);
            videos.insert(study.units[published.unit].video);
        }
        if (std::ranges::find(facts.rules, published.rule) == facts.rules.end())
            facts.rules.push_back(published.rule);
    }
    facts.settled = facts.units > 0 ? static_cast<double>(settled) / static_cast<double>(facts.units) : 0.0;
    std::ranges::sort(votes);
    std::ranges::sort(facts.rules);
    facts.judged = votes.size();
    facts.videos = videos.size();
    if (!votes.empty())
        facts.medianVotes
            = 0.5 * static_cast<double>(votes[(votes.size() - 1) / 2] + votes[votes.size() / 2]);
    if (const auto sets = wordSetsOf(study, label); !sets.empty()) {
        addSets(facts, sets);
        return facts;
    }
    const std::optional<RatingTable> table = ratingsOf(study, label);
    if (!table) {
        facts.alpha.refuse({"Nobody rated it."});
        return facts;
    }
    for (std::size_t rater = 0; rater < table->raters().size(); ++rater)
        facts.raters
            += std::ranges::any_of(table->column(rater), [](const auto& cell) { return cell.has_value(); });
    AlphaOptions options;
    options.metric = usualMetric(*table);
    options.seed = seed;
    facts.metric = name(options.metric);
    if (const auto measured = study.measured.find(label.name); measured != study.measured.end()) {
        InfluenceOptions draws;
        draws.seed = seed;
        facts.influence = influenceOf(measured->second.answers, draws, {run.stop, {}});
    }
    facts.alpha = krippendorffsAlpha(*table, options, run).statistic;
    return facts;
}

}

PublishedFacts publishedFacts(const PublishedStudy& study, const std::vector<PublishedLabel>& labels,
                              std::uint32_t seed, const RunContext& run)
{
    PublishedFacts facts;
    facts.units = study.units.size();
    facts.votes = study.votes.size();
    std::set<std::string> videos, speakers, shown;
    bool isEverySpeakerKnown = true;
    for (const PublishedUnit& unit : study.units) {
        facts.gold += unit.isGold ? 1 : 0;
        if (!videos.insert(unit.video).second)
            continue;
        facts.hours += study.seconds.at(unit.video) / 3600.0;
        const auto speaker = study.speakers.find(unit.video);
        isEverySpeakerKnown = isEverySpeakerKnown && speaker != study.speakers.end();
        if (speaker != study.speakers.end())
            speakers.insert(speaker->second);
    }
    facts.videos = videos.size();
    if (isEverySpeakerKnown)
        facts.speakers = speakers.size();
    std::map<std::tuple<std::size_t, std::string, std::size_t>, std::size_t> answers;
    for (const PublishedVote& vote : study.votes) {
        if (!vote.shown.empty())
            shown.insert(vote.shown);
        facts.answersJudging += vote.purpose == "judging" ? 1 : 0;
        ++answers[{vote.unit, vote.label, vote.rater}];
        if (vote.purpose == "judging" && vote.exposure != "unknown") {
            ++facts.answersKnown;
            facts.answersWithSight += vote.exposure != "none" ? 1 : 0;
        }
    }
    facts.shown.assign(shown.begin(), shown.end());
    std::set<std::size_t> repeated;
    for (const auto& [key, count] : answers) {
        if (count > 1)
            repeated.insert(std::get<0>(key));
    }
    facts.repeated = repeated.size();
    for (const LabelScheme& label : study.labels)
        facts.labels.push_back(factsOf(study, label, labels, seed, run));
    facts.comparisons = factsOfComparisons(study);
    return facts;
}

}
