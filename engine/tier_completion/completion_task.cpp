#include "engine/tier_completion/completion_task.h"

#include "engine/annotation/layers.h"
#include "engine/annotation/tier_traces.h"
#include "engine/completion/drawn_segments.h"
#include "engine/completion/trace_completion.h"
#include "engine/core/usual_step.h"
#include "engine/project_items/face_items.h"
#include "engine/tier_completion/draft_edits.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kMostTexts = 12; // categories of segments without labels
constexpr double kUsualShare = 0.9, kLeastThreshold = 0.5, kMostThreshold = 0.99;
constexpr double kLeastGap = 0.5; // seconds between segments in which others may lie

bool isHandMade(const Segment& segment, const std::string& label)
{
    return originOf(segment, label) != ValueOrigin::Unseen;
}

/// The terms that a label may have, or that segments without labels have as texts.
std::vector<std::string> termsOf(const Annotation& annotation, const Tier& tier, const std::string& label)
{
    std::vector<std::string> terms;
    if (const LabelScheme* scheme = tier.label(label)) {
        if (const auto* vocabulary = std::get_if<Vocabulary>(&scheme->scale)) {
            for (const Term& term : vocabulary->terms)
                terms.push_back(term.name);
        }
        return terms;
    }
    std::set<std::string> texts;
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all())
        texts.insert(annotation.segment(entry.id)->text);
    return texts.size() <= kMostTexts ? std::vector<std::string>(texts.begin(), texts.end())
                                      : std::vector<std::string>{std::string()};
}

/// A label's value, or a segment's text, as a number; absent: a person gave none.
std::optional<double> givenValue(const Segment& segment, const std::string& label,
                                 const std::vector<std::string>& terms)
{
    if (!isHandMade(segment, label))
        return std::nullopt;
    std::string text = segment.text;
    if (!label.empty()) {
        const auto given = segment.values.find(label);
        if (given == segment.values.end())
            return std::nullopt;
        if (const double* number = std::get_if<double>(&given->second.value))
            return terms.empty() ? std::optional(*number) : std::nullopt;
        text = std::get<std::string>(given->second.value);
    }
    const auto term = std::ranges::find(terms, text);
    if (term == terms.end())
        return terms.size() == 1 && terms.front().empty() ? std::optional(0.0) : std::nullopt;
    return static_cast<double>(term - terms.begin());
}

/// What people use of a scale that names no step.
double stepOf(const CompletionWish::Recording& recording)
{
    std::vector<double> given;
    for (const std::optional<double>& value : recording.given) {
        if (value)
            given.push_back(*value);
    }
    return usualStep(given);
}

void addSegments(CompletionWish::Recording& recording, const Annotation& annotation, const Tier& tier,
                 const CompletionWish& wish, bool isInSight)
{
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all()) {
        const Segment& segment = *annotation.segment(entry.id);
        const Interval span{segment.start.seconds(), segment.end.seconds()};
        const auto given = givenValue(segment, wish.label, wish.terms);
        const bool isEmpty = wish.kind == CompletionKind::Values && !segment.values.contains(wish.label);
        if (!given && !(isEmpty && isInSight))
            continue;
        recording.segments.push_back(span);
        recording.given.push_back(given);
        recording.isWished.push_back(isEmpty && isInSight);
        recording.end = std::max(recording.end, span.end);
    }
}

/// What a person looked through from the beginning on, single segments that were confirmed behind it, and
/// where there is room for more.
void addStretches(CompletionWish& wish, const Annotation& annotation, const Tier& tier, double end)
{
    double until = 0.0;
    std::vector<Interval> confirmed, all;
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all()) {
        const Segment& segment = *annotation.segment(entry.id);
        const Interval span{segment.start.seconds(), segment.end.seconds()};
        all.push_back(span);
        const ValueOrigin origin = originOf(segment, wish.label);
        if (origin == ValueOrigin::Person)
            until = std::max(until, span.end);
        else if (origin == ValueOrigin::Confirmed)
            confirmed.push_back(span);
    }
    wish.lookedThrough.push_back({0.0, until});
    for (const Interval& span : confirmed) {
        if (span.start >= until)
            wish.lookedThrough.push_back(span);
    }
    double from = until;
    for (const Interval& span : all) {
        if (span.start - from >= kLeastGap)
            wish.open.push_back({from, span.start});
        from = std::max(from, span.end);
    }
    if (end - from >= kLeastGap)
        wish.open.push_back({from, end});
}

std::vector<FrameFeatures> readRecordings(const CompletionWish& wish, const ReadSequences& readOther,
                                          const RunContext& run)
{
    std::vector<FrameFeatures> frames;
    for (const CompletionWish::Recording& recording : wish.recordings) {
        run.tick(frames.size(), 2 * wish.recordings.size());
        const RunContext silent{run.stop, {}};
        frames.push_back(framesOf(&recording == &wish.recordings.front() ? recording.sequences
                                                                         : readOther(recording, silent),
                                  wish.sequences, recording.end, silent));
    }
    return frames;
}

Completion completed(const CompletionWish& wish, std::vector<FrameFeatures> frames, const RunContext& run)
{
    const CompletionWish::Recording& own = wish.recordings.front();
    if (wish.kind == CompletionKind::Values) {
        SegmentTask task{std::move(frames), {}, {}, {}, wish.terms.size(), wish.scale};
        for (std::size_t r = 0; r < wish.recordings.size(); ++r) {
            const CompletionWish::Recording& recording = wish.recordings[r];
            for (std::size_t i = 0; i < recording.segments.size(); ++i) {
                task.segments.push_back({r, recording.segments[i]});
                task.given.push_back(recording.given[i]);
                task.isWished.push_back(recording.isWished[i]);
            }
        }
        return completeSegments(task, run);
    }
    if (wish.kind == CompletionKind::Trace)
        return completeTrace({std::move(frames), {wish.frames}, 0, wish.scale.least, wish.scale.greatest},
                             run);
    DrawnTask task;
    task.recordings = std::move(frames);
    task.categoryCount = wish.terms.size();
    task.edges = {wish.edges};
    for (const Interval& span : wish.lookedThrough)
        task.lookedThrough.push_back({0, span});
    for (const Interval& span : wish.open)
        task.open.push_back({0, span});
    for (std::size_t i = 0; i < own.segments.size(); ++i) {
        task.segments.push_back({0, own.segments[i]});
        task.categories.push_back(static_cast<std::size_t>(*own.given[i]));
    }
    return completeDrawn(task, run);
}

const char* meansOf(const CompletionWish& wish)
{
    return wish.kind == CompletionKind::Segments ? "logistic regression and a chain of segments"
        : wish.kind == CompletionKind::Values && !wish.terms.empty() ? "logistic regression"
                                                                     : "ridge regression";
}

}

std::vector<CompletionOffer> completionOffers(const Annotation& annotation, const Tier& tier, double end)
{
    if (tier.name == kWordsTier || tier.kind == TierKind::Point)
        return {};
    if (tier.kind == TierKind::Continuous) {
        std::size_t rated = 0;
        for (const auto& frame : tierFrames(annotation, tier.id, end, 1.0))
            rated += frame ? 1 : 0;
        return {
            {CompletionKind::Trace, {}, rated, std::max(rated, static_cast<std::size_t>(std::ceil(end)))}};
    }
    std::vector<CompletionOffer> offers;
    std::vector<const Segment*> segments;
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all())
        segments.push_back(annotation.segment(entry.id));
    for (const LabelScheme& label : tier.labels) {
        if (std::holds_alternative<FreeText>(label.scale) || segments.empty())
            continue;
        const auto labelled = std::ranges::count_if(segments, [&](const Segment* segment) {
            return segment->values.contains(label.name) && isHandMade(*segment, label.name);
        });
        offers.push_back(
            {CompletionKind::Values, label.name, static_cast<std::size_t>(labelled), segments.size()});
    }
    if (isSymbolic(tier) || tier.name == kLabelsTier)
        return offers;
    const auto vocabulary = std::ranges::find_if(tier.labels, [](const LabelScheme& label) {
        return std::holds_alternative<Vocabulary>(label.scale);
    });
    const std::string label = vocabulary == tier.labels.end() ? std::string() : vocabulary->name;
    const auto handMade = std::ranges::count_if(
        segments, [&](const Segment* segment) { return isHandMade(*segment, label); });
    const CompletionOffer drawn{CompletionKind::Segments, label, static_cast<std::size_t>(handMade),
                                segments.size()};
    const bool isFull = std::ranges::all_of(
        offers, [](const CompletionOffer& offer) { return offer.labelled == offer.total; });
    offers.insert(isFull ? offers.begin() : offers.end(), drawn);
    return offers;
}

CompletionWish completionWish(const Annotation& annotation, const Tier& tier, const CompletionOffer& offer,
                              std::vector<RecordedSequence> sequences, const std::set<std::string>& used,
                              double end, bool others)
{
    CompletionWish wish;
    wish.tier = tier.name;
    wish.kind = offer.kind;
    wish.label = offer.label;
    const LabelScheme* scheme = tier.label(offer.label);
    if (offer.kind == CompletionKind::Trace && !tier.labels.empty())
        scheme = &tier.labels.front();
    if (const auto* scale = scheme ? std::get_if<NumberScale>(&scheme->scale) : nullptr)
        wish.scale = {scale->least, scale->greatest, scale->step};
    else if (offer.kind == CompletionKind::Trace)
        wish.scale = {-1.0, 1.0, 0.0};
    else
        wish.terms = termsOf(annotation, tier, offer.label);
    CompletionWish::Recording own{tier.video, std::move(sequences), {}, {}, {}, {}, {}, end};
    for (const RecordedSequence& sequence : own.sequences) {
        if (used.contains(sequence.key))
            wish.sequences.emplace_back(sequence.key, sequence.columns);
    }
    const auto drafts = completionDrafts(annotation, tier.video);
    if (const auto before = drafts.find(tier.name); before != drafts.end()) {
        wish.threshold = before->second.threshold;
        if (before->second.kind == offer.kind && before->second.label == offer.label)
            std::ranges::copy_if(before->second.rows, std::back_inserter(wish.before),
                                 [](const auto& row) { return row.state != DraftRow::State::Open; });
    }
    if (offer.kind == CompletionKind::Trace) {
        wish.frames = tierFrames(annotation, tier.id, end, kCompletionRate);
        for (const DraftRow& row : wish.before) {
            for (std::size_t t = 0; row.state == DraftRow::State::AcceptedUnseen && t < wish.frames.size();
                 ++t) {
                if (row.span.contains((static_cast<double>(t) + 0.5) / kCompletionRate))
                    wish.frames[t].reset();
            }
        }
    } else {
        addSegments(own, annotation, tier, wish, true);
    }
    if (offer.kind == CompletionKind::Segments) {
        addStretches(wish, annotation, tier, end);
        if (const Tier* words = tierCalled(annotation, tier.video, kWordsTier)) {
            for (const IntervalIndex::Entry& entry : annotation.byTime(words->id).all()) {
                wish.edges.push_back(annotation.segment(entry.id)->start.seconds());
                wish.edges.push_back(annotation.segment(entry.id)->end.seconds());
            }
        }
        std::ranges::sort(wish.edges);
    }
    if (offer.kind == CompletionKind::Values && wish.terms.empty() && wish.scale.step <= 0.0)
        wish.scale.step = stepOf(own);
    wish.recordings.push_back(std::move(own));
    for (const auto& [id, other] : annotation.tiers()) {
        if (!others || offer.kind != CompletionKind::Values || other.name != tier.name
            || other.video == tier.video || other.video.empty())
            continue;
        CompletionWish::Recording recording{other.video,
                                            {},
                                            sequenceOffsets(annotation, other.video),
                                            faceCorrections(annotation, other.video),
                                            {},
                                            {},
                                            {},
                                            0.0};
        addSegments(recording, annotation, other, wish, false);
        if (!recording.segments.empty())
            wish.recordings.push_back(std::move(recording));
    }
    return wish;
}

CompletionOutcome completeTier(const CompletionWish& wish, const ReadSequences& readOther,
                               const RunContext& run)
{
    const RunContext second{run.stop, [&](double part) {
                                if (run.progress)
                                    run.progress(0.5 + part / 2);
                            }};
    Completion completion = completed(wish, readRecordings(wish, readOther, run), second);
    CompletionOutcome outcome;
    outcome.lack = completion.lack;
    CompletionDraft& draft = outcome.draft;
    draft.tier = wish.tier;
    draft.kind = wish.kind;
    draft.label = wish.label;
    draft.how = meansOf(wish);
    for (std::size_t i = 0; i < wish.sequences.size(); ++i)
        draft.how += (i == 0 ? " of " : ", ") + wish.sequences[i].first;
    draft.rate = kCompletionRate;
    draft.checks = std::move(completion.checks);
    draft.found = completion.found;
    draft.threshold = wish.threshold.value_or(
        std::clamp(thresholdFor(draft.checks, kUsualShare), kLeastThreshold, kMostThreshold));
    draft.rows = wish.before;
    for (Suggestion& suggestion : completion.suggestions) {
        const bool isOver = std::ranges::any_of(wish.before, [&](const DraftRow& row) {
            return row.span.overlap(suggestion.span) > suggestion.span.length() / 2;
        });
        if (isOver)
            continue;
        DraftRow row;
        row.span = suggestion.span;
        row.confidence = suggestion.confidence;
        row.samples = std::move(suggestion.samples);
        if (wish.terms.empty())
            row.value = suggestion.value;
        else
            row.value = wish.terms.at(static_cast<std::size_t>(suggestion.value));
        draft.rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(draft.rows, {}, [](const DraftRow& row) { return row.span.start; });
    return outcome;
}

}
