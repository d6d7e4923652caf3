#include "app/comparing/comparison_figures.h"

#include "engine/numbers/draws.h"

#include <algorithm>

namespace app {

namespace {

constexpr double kNormal95 = 1.96;

std::string nameOf(std::size_t clip)
{
    return std::to_string(clip);
}

std::vector<std::string> namesOf(const engine::ComparisonPass& pass)
{
    std::vector<std::string> names;
    for (std::size_t clip = 0; clip < pass.clips.size(); ++clip)
        names.push_back(nameOf(clip));
    return names;
}

/// The answers as "which of two". Of best and worst: the best is before all others, and all before the worst.
std::vector<engine::Preference> preferencesOf(const engine::ComparisonPass& pass)
{
    std::vector<engine::Preference> preferences;
    for (const engine::ComparisonPass::Answer& answer : pass.answers) {
        if (pass.kind == engine::ComparisonKind::Preference) {
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

std::vector<engine::BestWorstJudgement> judgementsOf(const engine::ComparisonPass& pass)
{
    std::vector<engine::BestWorstJudgement> judgements;
    for (const engine::ComparisonPass::Answer& answer : pass.answers) {
        engine::BestWorstJudgement judgement;
        for (const std::size_t clip : answer.shown)
            judgement.items.push_back(nameOf(clip));
        judgement.best = judgement.items[*answer.best];
        judgement.worst = judgement.items[*answer.worst];
        judgements.push_back(std::move(judgement));
    }
    return judgements;
}

}

ComparisonFigures comparisonFigures(const engine::ComparisonPass& pass)
{
    ComparisonFigures figures;
    const engine::PreferenceRanks ranks = engine::preferenceRanks({}, preferencesOf(pass));
    figures.undefined = ranks.undefined;
    figures.groups = ranks.components;
    if (!ranks.undefined.empty())
        return figures;
    std::map<std::size_t, std::size_t> shown;
    for (const engine::ComparisonPass::Answer& answer : pass.answers) {
        for (const std::size_t clip : answer.shown)
            ++shown[clip];
    }
    std::map<std::string, double> scores;
    if (pass.kind == engine::ComparisonKind::BestWorst) {
        const auto judgements = judgementsOf(pass);
        scores = engine::bestWorstScores(judgements);
        figures.halves = engine::splitHalf(judgements, 100, pass.seed);
    }
    for (const engine::PreferenceRanks::Item& item : ranks.items) {
        const std::size_t clip = std::stoul(item.name);
        ComparisonFigures::Row row{clip, {}, item.strength, kNormal95 * item.deviation, shown[clip]};
        if (const auto score = scores.find(item.name); score != scores.end())
            row.score = score->second;
        figures.rows.push_back(row);
    }
    std::ranges::stable_sort(figures.rows, std::greater{}, [](const ComparisonFigures::Row& row) {
        return std::pair(row.score.value_or(0.0), row.strength);
    });
    return figures;
}

std::vector<std::size_t> nextComparison(const engine::ComparisonPass& pass)
{
    if (pass.kind == engine::ComparisonKind::BestWorst)
        return pass.isDone() ? std::vector<std::size_t>() : pass.sets[pass.answers.size()];
    const auto pair = engine::nextPair(engine::preferenceRanks(namesOf(pass), preferencesOf(pass)));
    if (!pair)
        return {};
    engine::Draws sides(pass.seed);
    std::uint32_t side = 0;
    for (std::size_t i = 0; i <= pass.answers.size(); ++i)
        side = sides.below(2);
    return side == 0 ? std::vector{pair->first, pair->second} : std::vector{pair->second, pair->first};
}

void prepareComparison(engine::ComparisonPass& pass, std::vector<engine::ComparisonPass::Clip> clips,
                       std::size_t most)
{
    engine::Draws draws(pass.seed);
    for (std::size_t i = clips.size(); i-- > 1;)
        std::swap(clips[i], clips[draws.below(static_cast<std::uint32_t>(i + 1))]);
    clips.resize(std::min(most, clips.size()));
    pass.clips = std::move(clips);
    pass.sets.clear();
    if (pass.kind == engine::ComparisonKind::Preference)
        return;
    for (const std::vector<std::string>& set : engine::bestWorstSets(namesOf(pass), pass.seed)) {
        pass.sets.emplace_back();
        for (const std::string& clip : set)
            pass.sets.back().push_back(std::stoul(clip));
    }
}

}
