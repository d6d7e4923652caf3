#include "app/agreement/rater_figures.h"

#include "app/agreement/gold_answers.h"
#include "app/agreement/review_drift.h"
#include "engine/agreement/term_sets.h"
#include "engine/annotation/layer_names.h"
#include "engine/annotation/layer_ratings.h"
#include "engine/numbers/quantiles.h"
#include "engine/project_items/gold_items.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace app {

namespace {

constexpr auto kByConsensus = "consensus"; // how the provenance of such a value begins

std::string annotatorOf(const engine::Layer& layer)
{
    return layer.annotator;
}

const engine::LabelScheme* schemeOf(const engine::Annotation& annotation, const std::string& of,
                                    const std::string& label)
{
    for (const auto& [video, tier] : engine::tiersCalled(annotation, of)) {
        if (const engine::LabelScheme* scheme = tier->label(label))
            return scheme;
    }
    return nullptr;
}

void addDrift(RaterFigures& figures, const engine::Annotation& annotation, const engine::ReviewPass& pass,
              const std::string& label)
{
    for (const auto& [name, quarters] : passDrift(annotation, pass).labels) {
        const engine::DriftQuarter& first = quarters.front();
        const engine::DriftQuarter& last = quarters.back();
        if (name != label || !first.difference || !last.difference)
            continue;
        figures.drift = *last.difference - *first.difference;
        figures.compared = first.compared + last.compared;
    }
}

void addTimes(RaterFigures& figures, const engine::Annotation& annotation, const engine::ReviewPass& pass)
{
    std::vector<double> seconds;
    for (const engine::ReviewPass::Place& place : pass.places) {
        const auto log = judgementLog(annotation, pass, place);
        if (log && log->committed != 0)
            seconds.push_back(log->seconds);
    }
    figures.timed = seconds.size();
    if (seconds.empty())
        return;
    figures.seconds = engine::upperMedian(std::move(seconds));
}

/// What the passes of a rater say, beside the answers themselves.
void addPasses(RaterFigures& figures, const engine::Annotation& annotation, const std::string& of,
               const engine::LabelScheme& label, const std::vector<engine::GoldItem>& gold)
{
    std::vector<engine::GoldAnswer> hidden, training;
    std::vector<engine::AnswerPair> again;
    const auto append = [](auto& all, const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
    for (const engine::ReviewPass& pass : reviewPasses(annotation)) {
        if (pass.layer.of != of || pass.layer.isSettled
            || pass.layer.annotator != figures.beside.profile.rater)
            continue;
        append(pass.isTraining() ? training : hidden, goldAnswers(annotation, pass, gold, label.name));
        append(again, answersAgain(annotation, pass, label.name));
        for (const auto& [term, score] : goldByTerm(annotation, pass, gold, label.name)) {
            figures.goldByTerm[term].answers += score.answers;
            figures.goldByTerm[term].hits += score.hits;
        }
        if (engine::isFirstPass(pass.layer)) {
            addDrift(figures, annotation, pass, label.name);
            addTimes(figures, annotation, pass);
        }
    }
    figures.gold = engine::goldScore(hidden, goldStep(label));
    figures.training = engine::goldScore(training, goldStep(label));
    figures.again = engine::selfAgreement(again);
    if (std::holds_alternative<engine::Vocabulary>(label.scale)) { // nothing lies between terms
        for (engine::GoldScore* score : {&figures.gold, &figures.training})
            *score = {score->answers, score->hits, std::nullopt, std::nullopt};
        figures.again.distance.reset();
        figures.again.alpha.reset();
    }
}

bool isSettledByPerson(const engine::Annotation& annotation, engine::SegmentId segment, const std::string& of,
                       const std::string& label)
{
    const engine::Segment* settled
        = engine::judgement(annotation, segment, engine::settledLayer(of, {}).name);
    const auto value
        = settled ? settled->values.find(label) : std::map<std::string, engine::LabelValue>::const_iterator();
    return settled && value != settled->values.end() && !value->second.by.visible.starts_with(kByConsensus);
}

/// `consensus: anna 0.46, bo 0.38, rex 0.16 (reversed)`.
std::string provenanceOf(const TeamFigures& team)
{
    std::string text = kByConsensus;
    if (!team.terms.empty()) {
        for (const RaterFigures& rater : team.raters)
            text += (&rater == &team.raters.front() ? ": majority of " : ", ") + rater.beside.profile.rater;
        return text;
    }
    for (const RaterFigures& rater : team.raters) {
        char weight[16];
        std::snprintf(weight, sizeof weight, " %.2f", rater.beside.weight);
        text += (&rater == &team.raters.front() ? ": " : ", ") + rater.beside.profile.rater + weight;
        if (rater.beside.profile.scale < 0.0)
            text += " (reversed)";
    }
    return text;
}

}

TeamFigures teamFigures(const engine::Annotation& annotation, const std::string& wishedTier,
                        const std::string& wished, const engine::RunContext& run)
{
    TeamFigures team;
    team.tiers = engine::judgedTiers(annotation);
    if (team.tiers.empty())
        return team;
    const bool isJudged = std::ranges::find(team.tiers, wishedTier) != team.tiers.end();
    team.of = isJudged ? wishedTier : team.tiers.front();
    const std::string& of = team.of;
    engine::RatingTables ratings = engine::layerRatings(annotation, of, engine::isFirstPass, annotatorOf);
    std::erase_if(ratings.tables,
                  [](const engine::RatingTable& table) { return engine::areTermSets(table.categories()); });
    for (const engine::RatingTable& table : ratings.tables)
        team.labels.push_back(table.label());
    if (ratings.tables.empty())
        return team;
    const auto chosen = std::ranges::find(ratings.tables, wished, &engine::RatingTable::label);
    const engine::RatingTable& table = chosen == ratings.tables.end() ? ratings.tables.front() : *chosen;
    const engine::LabelScheme& label = *schemeOf(annotation, of, table.label());
    team.label = table.label();
    if (const auto* scale = std::get_if<engine::NumberScale>(&label.scale))
        team.scale = {scale->least, scale->greatest, scale->step};
    team.terms = table.categories();
    run.tick(0, 3);
    const engine::RaterConsensus consensus
        = table.isNominal() ? engine::RaterConsensus() : engine::raterConsensus(table);
    run.tick(1, 3);
    const std::vector<engine::GoldItem> gold = goldItems(annotation);
    for (engine::RaterComparison& beside :
         table.isNominal() ? engine::compareClassRaters(table) : engine::compareRaters(table, consensus)) {
        run.tick(1, 3);
        RaterFigures figures;
        figures.beside = std::move(beside);
        addPasses(figures, annotation, of, label, gold);
        team.raters.push_back(std::move(figures));
    }
    run.tick(2, 3);
    const std::vector<engine::SegmentId> segments
        = engine::ratedSegments(annotation, of, engine::isFirstPass);
    for (engine::SettledUnit& settled : table.isNominal()
             ? engine::settledClasses(table)
             : engine::settledUnits(table, consensus, team.scale)) {
        const engine::Segment& segment = *annotation.segment(segments[settled.unit]);
        const bool isByPerson = isSettledByPerson(annotation, segment.id, of, team.label);
        team.settledByPeople += isByPerson ? 1 : 0;
        team.tied += !isByPerson && std::isnan(settled.consensus) ? 1 : 0;
        team.segments.push_back({segment.id,
                                 table.videos()[settled.unit],
                                 {segment.start.seconds(), segment.end.seconds()},
                                 std::move(settled)});
    }
    return team;
}

engine::Change settleByConsensus(const engine::Annotation& annotation, const TeamFigures& team,
                                 const engine::Provenance& by)
{
    const std::string& of = team.of;
    engine::Provenance provenance = by;
    provenance.visible = provenanceOf(team);
    std::map<engine::SegmentId, std::variant<double, std::string>> values;
    std::vector<engine::SegmentId> segments;
    for (const TeamFigures::Segment& segment : team.segments) {
        const double value = segment.settled.consensus;
        if (std::isnan(value) || isSettledByPerson(annotation, segment.id, of, team.label)
            || !annotation.segment(segment.id))
            continue;
        if (team.terms.empty())
            values[segment.id] = value;
        else
            values[segment.id] = team.terms[static_cast<std::size_t>(value)];
        segments.push_back(segment.id);
    }
    return engine::judgeMany(annotation, segments, engine::settledLayer(of, by.annotator),
                             [&](engine::SegmentId id, engine::Segment& judgement) {
                                 engine::LabelValue& value = judgement.values[team.label];
                                 if (value.value != values.at(id) || value.by.visible != provenance.visible)
                                     value = {values.at(id), provenance};
                             });
}

}
