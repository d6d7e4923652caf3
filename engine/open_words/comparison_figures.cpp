#include "engine/open_words/comparison_figures.h"

#include "engine/numbers/draws.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace engine {

namespace {

std::string nameOf(std::size_t item)
{
    return std::to_string(item);
}

std::vector<std::string> namesOf(const ComparisonPass& pass)
{
    std::vector<std::string> names;
    for (std::size_t item = 0; item < pass.items(); ++item)
        names.push_back(nameOf(item));
    return names;
}

/// The answers as "which of two". Of best and worst: the best is before all others, and all before the worst.
std::vector<Preference> preferencesOf(const ComparisonPass& pass)
{
    std::vector<Preference> preferences;
    for (const ComparisonPass::Answer& answer : pass.answers) {
        if (pass.kind != ComparisonKind::BestWorst) {
            preferences.push_back({nameOf(answer.shown[0]), nameOf(answer.shown[1]),
                                   !answer.best            ? 0.5
                                       : *answer.best == 0 ? 1.0
                                                           : 0.0});
            continue;
        }
        const std::size_t best = answer.shown[*answer.best];
        const std::size_t worst = answer.shown[*answer.worst];
        for (const std::size_t clip : answer.shown) {
            if (clip != best)
                preferences.push_back({nameOf(best), nameOf(clip), 1.0});
            if (clip != best && clip != worst)
                preferences.push_back({nameOf(clip), nameOf(worst), 1.0});
        }
    }
    return preferences;
}

std::vector<BestWorstJudgement> judgementsOf(const ComparisonPass& pass)
{
    std::vector<BestWorstJudgement> judgements;
    for (const ComparisonPass::Answer& answer : pass.answers) {
        BestWorstJudgement judgement;
        for (const std::size_t clip : answer.shown)
            judgement.items.push_back(nameOf(clip));
        judgement.best = judgement.items[*answer.best];
        judgement.worst = judgement.items[*answer.worst];
        judgements.push_back(std::move(judgement));
    }
    return judgements;
}

/// The pairs of sources that were not asked for every clip, each with the first clip of which it was not.
std::map<std::pair<std::size_t, std::size_t>, std::size_t> openPairs(const ComparisonPass& pass)
{
    std::set<std::tuple<std::size_t, std::size_t, std::size_t>> asked;
    for (const ComparisonPass::Answer& answer : pass.answers) {
        const auto [low, high] = std::minmax(answer.shown[0], answer.shown[1]);
        asked.insert({*answer.clip, low, high});
    }
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> open;
    for (std::size_t clip = 0; clip < pass.clips.size(); ++clip) {
        for (const auto& pair : pass.pairsOf(pass.clips[clip])) {
            if (!asked.contains({clip, pair.first, pair.second}))
                open.try_emplace(pair, clip);
        }
    }
    return open;
}

void shuffle(std::vector<ComparisonPass::Clip>& clips, std::uint32_t seed)
{
    Draws draws(seed);
    for (std::size_t i = clips.size(); i-- > 1;)
        std::swap(clips[i], clips[draws.below(static_cast<std::uint32_t>(i + 1))]);
}

}

ComparisonFigures comparisonFigures(const ComparisonPass& pass)
{
    ComparisonFigures figures;
    const PreferenceRanks ranks = preferenceRanks({}, preferencesOf(pass));
    figures.undefined = ranks.undefined;
    figures.groups = ranks.components;
    if (!ranks.undefined.empty())
        return figures;
    std::map<std::size_t, std::size_t> shown;
    for (const ComparisonPass::Answer& answer : pass.answers) {
        for (const std::size_t clip : answer.shown)
            ++shown[clip];
    }
    std::map<std::string, double> scores;
    if (pass.kind == ComparisonKind::BestWorst) {
        const auto judgements = judgementsOf(pass);
        scores = bestWorstScores(judgements);
        figures.halves = splitHalf(judgements, 100, pass.seed);
    }
    for (std::size_t i = 0; i < ranks.items.size(); ++i) {
        const PreferenceRanks::Item& item = ranks.items[i];
        const std::size_t place = std::stoul(item.name);
        ComparisonFigures::Row row{place, {}, item.strength, deviationFromMean(ranks, i), shown[place]};
        if (const auto score = scores.find(item.name); score != scores.end())
            row.score = score->second;
        figures.rows.push_back(row);
    }
    std::ranges::stable_sort(figures.rows, std::greater{}, [](const ComparisonFigures::Row& row) {
        return std::pair(row.score.value_or(0.0), row.strength);
    });
    return figures;
}

ComparisonQuestion nextComparison(const ComparisonPass& pass)
{
    if (pass.isDone())
        return {};
    if (pass.kind == ComparisonKind::BestWorst)
        return {pass.sets[pass.answers.size()]};
    const PreferenceRanks ranks = preferenceRanks(namesOf(pass), preferencesOf(pass));
    ComparisonQuestion question;
    std::optional<std::pair<std::size_t, std::size_t>> pair;
    if (pass.kind == ComparisonKind::Texts) {
        const auto open = openPairs(pass);
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        for (const auto& [sources, clip] : open)
            pairs.push_back(sources);
        if ((pair = nextPair(ranks, pairs)))
            question.clip = open.at(*pair);
    } else {
        pair = nextPair(ranks);
    }
    if (!pair)
        return {};
    Draws sides(pass.seed);
    std::uint32_t side = 0;
    for (std::size_t i = 0; i <= pass.answers.size(); ++i)
        side = sides.below(2);
    question.shown
        = side == 0 ? std::vector{pair->first, pair->second} : std::vector{pair->second, pair->first};
    return question;
}

void prepareComparison(ComparisonPass& pass, std::vector<ComparisonPass::Clip> clips, std::size_t most)
{
    shuffle(clips, pass.seed);
    clips.resize(std::min(most, clips.size()));
    pass.clips = std::move(clips);
    pass.sets.clear();
    if (pass.kind == ComparisonKind::Preference)
        return;
    for (const std::vector<std::string>& set : bestWorstSets(namesOf(pass), pass.seed)) {
        pass.sets.emplace_back();
        for (const std::string& clip : set)
            pass.sets.back().push_back(std::stoul(clip));
    }
}

void prepareTexts(ComparisonPass& pass, std::vector<ComparisonPass::Clip> clips, std::size_t most,
                  const std::function<std::vector<std::string>(const ComparisonPass::Clip&)>& textsOf)
{
    shuffle(clips, pass.seed);
    pass.clips.clear();
    for (ComparisonPass::Clip& clip : clips) {
        if (pass.clips.size() == most)
            return;
        clip.texts = textsOf(clip);
        if (!pass.pairsOf(clip).empty())
            pass.clips.push_back(std::move(clip));
    }
}

}
