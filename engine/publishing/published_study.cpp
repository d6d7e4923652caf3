#include "engine/publishing/published_study.h"

#include "engine/annotation/layer_names.h"
#include "engine/annotation/layers.h"
#include "engine/core/error.h"
#include "engine/project_items/asked_next.h"
#include "engine/project_items/fold_item.h"
#include "engine/project_items/gold_items.h"
#include "engine/project_items/kept_judgements.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

std::string shownIn(Presentation presentation)
{
    switch (presentation) {
    case Presentation::TextOnly:
        return "words";
    case Presentation::SoundOnly:
        return "sound";
    case Presentation::SilentVideo:
        return "picture";
    case Presentation::All:
        break;
    }
    return "words+sound+picture";
}

class StudyGatherer {
public:
    StudyGatherer(const Annotation& annotation, std::string tier, PublishedStudy& study)
        : m_annotation(annotation)
        , m_study(study)
        , m_layers(layersOf(annotation, tier))
        , m_gold(goldItems(annotation))
        , m_asked(askedNext(annotation, tier))
        , m_kept(annotation)
    {
        study.tier = std::move(tier);
    }

    void addUnits(const ExchangedTier& tier)
    {
        for (const LabelScheme& label : tier.tier.labels) {
            if (std::ranges::find(m_study.labels, label.name, &LabelScheme::name) == m_study.labels.end())
                m_study.labels.push_back(label);
        }
        std::vector<const Segment*> segments;
        for (const Segment& segment : tier.segments)
            segments.push_back(&segment);
        std::ranges::stable_sort(segments, {}, [](const Segment* segment) { return segment->start.ticks; });
        std::size_t place = 0;
        for (const Segment* segment : segments) {
            const Interval span{segment->start.seconds(), segment->end.seconds()};
            const bool isOwn = m_annotation.segment(segment->id) != nullptr;
            m_study.units.push_back({fmt::format("{}[{}]", tier.tier.video, place++), tier.tier.video, span,
                                     segment->text, isOwn ? segment->id : 0, segment->values,
                                     goldAt(m_gold, tier.tier.video, span) != nullptr});
        }
    }

    void addVotes()
    {
        for (std::size_t unit = 0; unit < m_study.units.size(); ++unit)
            addVotesOf(unit);
        for (ComparisonPass& pass : comparisonPasses(m_annotation)) {
            if (pass.of == m_study.tier && !pass.answers.empty())
                m_study.comparisons.push_back({pass, rater(pass.annotator)});
        }
        number();
        std::ranges::sort(m_study.votes, {}, [](const PublishedVote& vote) {
            return std::tuple(vote.unit, vote.label, vote.rater, vote.pass, vote.purpose, vote.given);
        });
    }

private:
    std::size_t rater(const std::string& name)
    {
        const auto found = std::ranges::find(m_study.raters, name);
        if (found == m_study.raters.end())
            m_study.raters.push_back(name);
        return static_cast<std::size_t>(std::ranges::find(m_study.raters, name) - m_study.raters.begin());
    }

    void addVotesOf(std::size_t place)
    {
        const PublishedUnit& unit = m_study.units[place];
        for (const auto& [label, value] : unit.values) { // given on the tier itself, outside any pass
            if (!value.by.annotator.empty())
                m_study.votes.push_back({place,
                                         label,
                                         value.value,
                                         rater(value.by.annotator),
                                         value.by.pass,
                                         0,
                                         value.by.when,
                                         {},
                                         {},
                                         value.by.visible,
                                         "unknown",
                                         "judging",
                                         {}});
        }
        for (const Layer& layer : m_layers) {
            const Segment* judged
                = unit.segment == 0 ? nullptr : judgement(m_annotation, unit.segment, layer.name);
            if (!judged)
                continue;
            for (const auto& [label, value] : judged->values) {
                const std::string who = layer.annotator.empty() ? value.by.annotator : layer.annotator;
                if (layer.isSettled)
                    m_study.settled[{place, label}] = {value.value, rater(value.by.annotator)};
                else
                    addVote(place, layer, *judged, label, value, rater(who));
            }
        }
    }

    void addVote(std::size_t place, const Layer& layer, const Segment& judged, const std::string& label,
                 const LabelValue& value, std::size_t rater)
    {
        const PublishedUnit& unit = m_study.units[place];
        PublishedVote vote{place,
                           label,
                           value.value,
                           rater,
                           layer.pass,
                           0,
                           value.by.when,
                           {},
                           judged.confidence,
                           value.by.visible,
                           "unknown",
                           name(layer.purpose),
                           judged.comment};
        if (const auto* kept = m_kept.of(layer.name, unit.video, unit.span)) {
            vote.seconds = kept->log.seconds;
            vote.shown = shownIn(layer.presentation);
            vote.exposure = name(kept->exposure);
        }
        if (isFirstPass(layer) && layer.purpose == LayerPurpose::Judging)
            vote.routed = reasonOf(unit, layer.annotator, label);
        m_study.votes.push_back(std::move(vote));
    }

    std::string reasonOf(const PublishedUnit& unit, const std::string& annotator,
                         const std::string& label) const
    {
        if (!m_asked || m_asked->label != label)
            return {};
        const auto task = std::ranges::find_if(m_asked->tasks, [&](const AskedTask& one) {
            return one.annotator == annotator && one.video == unit.video
                && TimePoint::ofSeconds(one.start).ticks == TimePoint::ofSeconds(unit.span.start).ticks;
        });
        return task == m_asked->tasks.end() ? std::string() : task->reason;
    }

    /// Raters by name, and the steps of each pass in the order of their times.
    void number()
    {
        std::vector<std::size_t> order(m_study.raters.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::ranges::sort(order, {}, [this](std::size_t i) { return m_study.raters[i]; });
        std::vector<std::size_t> placeOf(order.size());
        std::vector<std::string> names;
        for (std::size_t i = 0; i < order.size(); ++i) {
            placeOf[order[i]] = i;
            names.push_back(m_study.raters[order[i]]);
        }
        m_study.raters = std::move(names);
        for (auto& [key, settled] : m_study.settled)
            settled.second = placeOf[settled.second];
        for (PublishedComparison& comparison : m_study.comparisons)
            comparison.rater = placeOf[comparison.rater];
        std::map<std::tuple<std::size_t, int, std::string>, std::vector<PublishedVote*>> passes;
        for (PublishedVote& vote : m_study.votes) {
            vote.rater = placeOf[vote.rater];
            passes[{vote.rater, vote.pass, vote.purpose}].push_back(&vote);
        }
        for (auto& [key, votes] : passes) {
            std::ranges::stable_sort(votes, {}, [](const PublishedVote* vote) { return vote->given; });
            for (std::size_t i = 0; i < votes.size(); ++i)
                votes[i]->step = i + 1;
        }
    }

    const Annotation& m_annotation;
    PublishedStudy& m_study;
    std::vector<Layer> m_layers;
    std::vector<GoldItem> m_gold;
    std::optional<AskedNext> m_asked;
    KeptJudgements m_kept;
};

/// What measurements of a model's influence say of the study's labels.
std::map<std::string, ExposedAnswers> measuredAnswers(const Annotation& annotation,
                                                      const PublishedStudy& study)
{
    std::map<std::string, ExposedAnswers> measured;
    for (const InfluenceQuestion& question : influenceQuestions(annotation)) {
        const auto label = std::ranges::find(study.labels, question.label, &LabelScheme::name);
        if (question.of != study.tier || label == study.labels.end()
            || !std::holds_alternative<NumberScale>(label->scale) || measured.contains(question.label))
            continue;
        if (ExposedAnswers answers = exposedAnswers(annotation, question); answers.isRandomised)
            measured.emplace(question.label, std::move(answers));
    }
    return measured;
}

std::string tierToPublish(const Annotation& annotation, const AllTiers& tiers, const std::string& wished,
                          const std::string& project)
{
    const std::vector<std::string> judged = judgedTiers(annotation);
    const std::set<std::string> names = tiers.tierNames();
    const std::string tier = !wished.empty() ? wished : !judged.empty() ? judged.front() : kLabelsTier;
    if (!names.contains(tier))
        throw FormatError(
            "no_tier", project,
            fmt::format("has no tier {} whose labels could be published; --tier names another", tier));
    return tier;
}

}

std::string PublishedStudy::raterCode(std::size_t rater) const
{
    return fmt::format("r{:02}", rater + 1);
}

PublishedStudy withoutRaters(PublishedStudy study, const std::set<std::string>& names)
{
    std::vector<std::optional<std::size_t>> placeOf;
    std::vector<std::string> left;
    for (const std::string& name : study.raters) {
        placeOf.push_back(names.contains(name) ? std::nullopt : std::optional(left.size()));
        if (placeOf.back())
            left.push_back(name);
    }
    study.raters = std::move(left);
    std::erase_if(study.votes, [&](const PublishedVote& vote) { return !placeOf[vote.rater]; });
    std::erase_if(study.settled, [&](const auto& settled) { return !placeOf[settled.second.second]; });
    std::erase_if(study.comparisons, [&](const PublishedComparison& each) { return !placeOf[each.rater]; });
    for (PublishedVote& vote : study.votes)
        vote.rater = *placeOf[vote.rater];
    for (PublishedComparison& comparison : study.comparisons)
        comparison.rater = *placeOf[comparison.rater];
    for (auto& [key, settled] : study.settled)
        settled.second = *placeOf[settled.second];
    return study;
}

PublishedStudy publishedStudy(const Annotation& annotation, AllTiers& tiers, const DatasetList& list,
                              const std::string& tier, const std::string& project, const RunContext& run)
{
    PublishedStudy study;
    StudyGatherer gatherer(annotation, tierToPublish(annotation, tiers, tier, project), study);
    std::size_t done = 0;
    for (const std::string& video : tiers.videos()) {
        const ExchangedTiers content
            = tiers.of(video, {study.tier}, std::filesystem::absolute(project).parent_path());
        for (const ExchangedTier& each : content.tiers)
            gatherer.addUnits(each);
        double& seconds = study.seconds[video];
        for (const ExchangedTier& each : content.tiers) {
            for (const Segment& segment : each.segments)
                seconds = std::max(seconds, segment.end.seconds());
        }
        if (const DatasetList::Media* media = list.mediaOf(video); media && !media->speaker.empty())
            study.speakers[video] = media->speaker;
        run.tick(++done, tiers.videos().size());
    }
    gatherer.addVotes();
    study.codebook = codebookVersions(annotation, study.tier, study.labels);
    study.folds = projectFolds(annotation).value_or(list.folds);
    study.measured = measuredAnswers(annotation, study);
    study.otherTiers = judgedTiers(annotation);
    std::erase(study.otherTiers, study.tier);
    return study;
}

}
