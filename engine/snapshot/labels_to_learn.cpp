#include "engine/snapshot/labels_to_learn.h"

#include "engine/agreement/commonest.h"
#include "engine/agreement/rater_consensus.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/tier_traces.h"
#include "engine/dataset_opening/recorded_labels.h"
#include "engine/project_items/sequence_offsets.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace engine {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

/// A label of a tier: numbers, or classes.
struct Scheme {
    std::string name;
    std::vector<std::string> classes; ///< none: numbers
};

/// The segments of one tier in all videos, and the labels that they have.
struct Gathered {
    std::shared_ptr<SegmentPlaces> places = std::make_shared<SegmentPlaces>();
    std::vector<SegmentId> ids; ///< N; 0: of a file
    std::vector<Scheme> schemes;
    std::vector<std::vector<double>> values; ///< by scheme: N

    std::size_t beginVideo(const std::string& video)
    {
        places->videos.push_back(video);
        return places->videos.size() - 1;
    }
    std::size_t add(std::size_t video, const Interval& span, SegmentId id)
    {
        places->videoOf.push_back(video);
        places->spans.push_back(span);
        ids.push_back(id);
        for (std::vector<double>& column : values)
            column.push_back(kNothing);
        return ids.size() - 1;
    }
    /// The scheme of this name, of which other videos may have had fewer classes.
    std::size_t scheme(const std::string& name, const std::vector<std::string>& classes)
    {
        auto found = std::ranges::find(schemes, name, &Scheme::name);
        if (found == schemes.end()) {
            schemes.push_back({name, classes});
            values.emplace_back(ids.size(), kNothing);
            return schemes.size() - 1;
        }
        for (const std::string& term : classes) {
            if (std::ranges::find(found->classes, term) == found->classes.end())
                found->classes.push_back(term);
        }
        return static_cast<std::size_t>(found - schemes.begin());
    }
};

std::vector<std::string> termsOf(const LabelScheme& label)
{
    std::vector<std::string> terms;
    if (const auto* vocabulary = std::get_if<Vocabulary>(&label.scale)) {
        for (const Term& term : vocabulary->terms)
            terms.push_back(term.name);
    }
    return terms;
}

bool isLearnable(const LabelScheme& label)
{
    return !std::holds_alternative<FreeText>(label.scale);
}

double givenValue(const Segment& segment, const Scheme& scheme)
{
    if (scheme.classes.empty())
        return numberGiven(segment, scheme.name).value_or(kNothing);
    const std::string* term = termGiven(segment, scheme.name);
    const auto found = term ? std::ranges::find(scheme.classes, *term) : scheme.classes.end();
    return found == scheme.classes.end() ? kNothing : static_cast<double>(found - scheme.classes.begin());
}

void addTier(Gathered& gathered, const Annotation& annotation, const Tier& tier)
{
    const std::size_t video = gathered.beginVideo(tier.video);
    std::vector<std::size_t> schemes;
    for (const LabelScheme& label : tier.labels) {
        if (isLearnable(label))
            schemes.push_back(gathered.scheme(label.name, termsOf(label)));
    }
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all()) {
        const Segment& segment = *annotation.segment(entry.id);
        const std::size_t row
            = gathered.add(video, {segment.start.seconds(), segment.end.seconds()}, segment.id);
        for (const std::size_t scheme : schemes)
            gathered.values[scheme][row] = givenValue(segment, gathered.schemes[scheme]);
    }
}

/// The labels of a video as its files have them.
void addRecorded(Gathered& gathered, const std::string& video, const RecordedLabels& labels)
{
    if (labels.rows.intervals.empty())
        return;
    const std::size_t place = gathered.beginVideo(video);
    std::vector<std::size_t> numbers;
    for (const std::string& name : labels.names)
        numbers.push_back(gathered.scheme(name, {}));
    std::vector<std::size_t> terms;
    for (const RecordedTerms& term : labels.terms)
        terms.push_back(gathered.scheme(term.name, term.vocabulary));
    for (std::size_t k = 0; k < labels.rows.intervals.size(); ++k) {
        const std::size_t row = gathered.add(place, labels.rows.intervals[k], 0);
        for (std::size_t column = 0; column < numbers.size(); ++column)
            gathered.values[numbers[column]][row] = labels.rows.features.at(k, column);
        for (std::size_t column = 0; column < terms.size(); ++column) {
            const std::vector<std::string>& classes = gathered.schemes[terms[column]].classes;
            const auto found = std::ranges::find(classes, labels.terms[column].values[k]);
            if (found != classes.end())
                gathered.values[terms[column]][row] = static_cast<double>(found - classes.begin());
        }
    }
}

Gathered gatherLabels(const OpenedSequences& dataset, const Annotation& annotation, const RunContext& run)
{
    Gathered gathered;
    const auto own = tiersCalled(annotation, kLabelsTier);
    const ProjectOffsets offsets = projectOffsets(annotation);
    std::set<std::string> videos(dataset.ids.begin(), dataset.ids.end());
    for (const auto& [video, tier] : own)
        videos.insert(video);
    for (std::size_t done = 0; const std::string& video : videos) {
        run.tick(done++, videos.size());
        if (const auto tier = own.find(video); tier != own.end())
            addTier(gathered, annotation, *tier->second);
        else
            addRecorded(gathered, video, readRecordedLabels(dataset, video, offsetsOfVideo(offsets, video)));
    }
    return gathered;
}

class Choices {
public:
    Choices(TierName tier, const Gathered& gathered) : m_tier(std::move(tier)), m_gathered(gathered) { }

    void add(std::size_t scheme, LabelToLearn::By by, std::string annotator, std::vector<double> values)
    {
        if (std::ranges::all_of(values, [](double value) { return std::isnan(value); }))
            return;
        const Scheme& of = m_gathered.schemes[scheme];
        m_labels.push_back(
            {m_tier, of.name, of.classes, by, std::move(annotator), m_gathered.places, std::move(values)});
    }
    std::vector<LabelToLearn> take() { return std::move(m_labels); }

private:
    TierName m_tier;
    const Gathered& m_gathered;
    std::vector<LabelToLearn> m_labels;
};

std::vector<double> judged(const Annotation& annotation, const Gathered& gathered, std::size_t scheme,
                           const std::string& layer)
{
    std::vector<double> values;
    for (const SegmentId id : gathered.ids) {
        const Segment* said = id == 0 ? nullptr : judgement(annotation, id, layer);
        values.push_back(said ? givenValue(*said, gathered.schemes[scheme]) : kNothing);
    }
    return values;
}

/// Each unit's votes, of raters × N.
std::vector<double> votesFor(const std::vector<std::vector<double>>& raters, std::size_t unit)
{
    std::vector<double> votes;
    for (const std::vector<double>& rater : raters) {
        if (!std::isnan(rater[unit]))
            votes.push_back(rater[unit]);
    }
    return votes;
}

std::vector<double> combined(const std::vector<std::vector<double>>& raters, LabelToLearn::By by)
{
    std::vector<double> values;
    for (std::size_t unit = 0; unit < raters.front().size(); ++unit) {
        const std::vector<double> votes = votesFor(raters, unit);
        double value = kNothing;
        if (by == LabelToLearn::By::Majority) {
            const std::vector<double> commonest = commonestOf(votes);
            value = commonest.size() == 1 ? commonest.front() : kNothing;
        } else if (!votes.empty()) {
            double sum = 0.0;
            for (const double vote : votes)
                sum += vote;
            value = sum / static_cast<double>(votes.size());
        }
        values.push_back(value);
    }
    return values;
}

std::vector<double> agreed(const std::string& label, const std::vector<std::vector<double>>& raters)
{
    std::vector<std::string> units;
    for (std::size_t unit = 0; unit < raters.front().size(); ++unit)
        units.push_back(std::to_string(unit));
    std::vector<std::string> names;
    for (std::size_t rater = 0; rater < raters.size(); ++rater)
        names.push_back(std::to_string(rater));
    RatingTable table(label, std::move(units), std::move(names));
    for (std::size_t rater = 0; rater < raters.size(); ++rater) {
        for (std::size_t unit = 0; unit < raters[rater].size(); ++unit) {
            if (!std::isnan(raters[rater][unit]))
                table.setValue(unit, rater, raters[rater][unit]);
        }
    }
    std::vector<double> values;
    for (const std::optional<double>& value : raterConsensus(table).values)
        values.push_back(value.value_or(kNothing));
    return values;
}

std::vector<LabelToLearn> choicesOf(const Annotation& annotation, const TierName& tier,
                                    const Gathered& gathered)
{
    using By = LabelToLearn::By;
    Choices choices(tier, gathered);
    const std::vector<Layer> layers = layersOf(annotation, tier);
    for (std::size_t scheme = 0; scheme < gathered.schemes.size(); ++scheme) {
        choices.add(scheme, By::Segments, {}, gathered.values[scheme]);
        std::vector<std::vector<double>> raters;
        for (const Layer& layer : layers) {
            std::vector<double> said = judged(annotation, gathered, scheme, layer.name);
            if (layer.isSettled) {
                choices.add(scheme, By::Settled, {}, std::move(said));
            } else if (isFirstPass(layer)) {
                choices.add(scheme, By::Annotator, layer.annotator, said);
                raters.push_back(std::move(said));
            }
        }
        if (raters.size() < 2)
            continue;
        if (!gathered.schemes[scheme].classes.empty()) {
            choices.add(scheme, By::Majority, {}, combined(raters, By::Majority));
            continue;
        }
        choices.add(scheme, By::Mean, {}, combined(raters, By::Mean));
        choices.add(scheme, By::Consensus, {}, agreed(gathered.schemes[scheme].name, raters));
    }
    return choices.take();
}

/// What texts say, where they are few classes, or numbers.
void addTexts(Gathered& gathered, const Annotation& annotation, const std::vector<const Tier*>& tiers)
{
    std::set<TierId> ids;
    for (const Tier* tier : tiers)
        ids.insert(tier->id);
    const TextsAsLabel texts = textsAsLabel(annotation, ids, usualLabels());
    if (texts.kind != TextsAsLabel::Kind::Classes && texts.kind != TextsAsLabel::Kind::Numbers)
        return;
    const std::size_t scheme = gathered.scheme(texts.label.name, termsOf(texts.label));
    for (std::size_t row = 0; row < gathered.ids.size(); ++row) {
        const auto value = valueOfText(texts, annotation.segment(gathered.ids[row])->text);
        if (const auto* number = value ? std::get_if<double>(&*value) : nullptr)
            gathered.values[scheme][row] = *number;
        else if (const auto* term = value ? std::get_if<std::string>(&*value) : nullptr) {
            const auto& classes = gathered.schemes[scheme].classes;
            gathered.values[scheme][row]
                = static_cast<double>(std::ranges::find(classes, *term) - classes.begin());
        }
    }
}

double meanWithin(const TraceFrames& frames, double rate, const Interval& span)
{
    double sum = 0.0;
    std::size_t count = 0;
    for (auto frame = static_cast<std::size_t>(std::ceil(std::max(0.0, span.start) * rate));
         frame < frames.size() && static_cast<double>(frame) < span.end * rate; ++frame) {
        sum += frames[frame].value_or(0.0);
        count += frames[frame] ? 1 : 0;
    }
    return count > 0 ? sum / static_cast<double>(count) : kNothing;
}

/// A rating over time: of each labelled segment the mean of its values there.
void addRatings(std::vector<LabelToLearn>& labels, const Annotation& annotation, const TierName& name,
                const std::vector<const Tier*>& tiers, const std::shared_ptr<const SegmentPlaces>& places)
{
    constexpr double steps = 25.0; // per second
    std::map<std::string, std::vector<std::size_t>> rowsOf; // by video
    for (std::size_t row = 0; row < places->spans.size(); ++row)
        rowsOf[places->videos[places->videoOf[row]]].push_back(row);
    std::vector<double> values(places->spans.size(), kNothing);
    for (const Tier* tier : tiers) {
        const TraceFrames frames
            = tierFrames(annotation, tier->id, endOfTraces(annotation, {tier->id}), steps);
        for (const std::size_t row : rowsOf[tier->video])
            values[row] = meanWithin(frames, steps, places->spans[row]);
    }
    if (std::ranges::any_of(values, [](double value) { return !std::isnan(value); }))
        labels.push_back({name, name, {}, LabelToLearn::By::Segments, {}, places, std::move(values)});
}

/// Tiers beside words, labels and judgements, by name.
std::map<TierName, std::vector<const Tier*>> ownTiers(const Annotation& annotation)
{
    std::map<TierName, std::vector<const Tier*>> tiers;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.name != kWordsTier && tier.name != kLabelsTier && tier.kind != TierKind::Point
            && !layerOfTier(annotation, tier))
            tiers[tier.name].push_back(&tier);
    }
    return tiers;
}

void append(std::vector<LabelToLearn>& labels, std::vector<LabelToLearn> more)
{
    std::ranges::move(more, std::back_inserter(labels));
}

}

std::size_t LabelToLearn::labelled() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(values, [](double value) { return !std::isnan(value); }));
}

std::vector<std::size_t> LabelToLearn::labelledByVideo() const
{
    std::vector<std::size_t> counts(segments->videos.size());
    for (std::size_t row = 0; row < values.size(); ++row)
        counts[segments->videoOf[row]] += std::isnan(values[row]) ? 0 : 1;
    return counts;
}

std::size_t LabelToLearn::labelledVideos() const
{
    const std::vector<std::size_t> counts = labelledByVideo();
    return counts.size() - static_cast<std::size_t>(std::ranges::count(counts, std::size_t(0)));
}

ProjectLabel projectLabel(const LabelToLearn& label)
{
    ProjectLabel result{label.name, label.classes, {}};
    for (std::size_t row = 0; row < label.values.size(); ++row) {
        const double value = label.values[row];
        result.rows.push_back({label.segments->videos[label.segments->videoOf[row]],
                               label.segments->spans[row],
                               std::isnan(value) ? std::nullopt : std::optional(value)});
    }
    return result;
}

std::vector<LabelToLearn> labelsToLearn(const OpenedSequences& dataset, const Annotation& annotation,
                                        const RunContext& run)
{
    const Gathered labelled = gatherLabels(dataset, annotation, run);
    std::vector<LabelToLearn> labels = choicesOf(annotation, kLabelsTier, labelled);
    for (const auto& [name, tiers] : ownTiers(annotation)) {
        if (tiers.front()->kind == TierKind::Continuous) {
            addRatings(labels, annotation, name, tiers, labelled.places);
            continue;
        }
        Gathered gathered;
        bool hasLabels = false;
        for (const Tier* tier : tiers) {
            hasLabels = hasLabels || !tier->labels.empty();
            addTier(gathered, annotation, *tier);
        }
        if (!hasLabels)
            addTexts(gathered, annotation, tiers);
        append(labels, choicesOf(annotation, name, gathered));
    }
    return labels;
}

}
