#include "app/exchange/import_tiers.h"

#include "app/document/recorded_tier.h"
#include "app/document/text_label_words.h"
#include "app/document/tier_views.h"
#include "engine/annotation/caption_words.h"
#include "engine/annotation/layer_names.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/tier_edits.h"
#include "engine/annotation/tier_roles.h"
#include "engine/formats/common/export_losses.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>

namespace app {

namespace {

QString utf8Text(const std::string& from)
{
    return QString::fromStdString(from);
}

/// All changes one after the other. By halves, since putting one behind many costs as much as the many.
engine::Change joined(std::span<const engine::Change> changes)
{
    if (changes.size() < 2)
        return changes.empty() ? engine::Change() : changes.front();
    const std::size_t half = changes.size() / 2;
    return joined(changes.first(half)).followedBy(joined(changes.subspan(half)));
}

/// New numbers of tiers and segments that came before.
struct Numbers {
    std::map<engine::TierId, engine::TierId> tiers;
    std::map<engine::SegmentId, engine::SegmentId> segments;
};

/// What segments say of a label that the file gives no scale for: numbers, terms, or any text.
engine::LabelScheme schemeFor(const std::string& label, const std::vector<engine::Segment>& segments)
{
    std::set<std::string> terms;
    std::optional<engine::NumberScale> scale;
    for (const engine::Segment& segment : segments) {
        const auto given = segment.values.find(label);
        if (given == segment.values.end())
            continue;
        if (const double* number = std::get_if<double>(&given->second.value)) {
            if (!scale)
                scale = engine::NumberScale{std::floor(*number), std::floor(*number) + 1.0, 0.0};
            scale->least = std::min(scale->least, std::floor(*number));
            scale->greatest = std::max(scale->greatest, std::ceil(*number));
        } else {
            terms.insert(std::get<std::string>(given->second.value));
        }
    }
    if (terms.empty() && scale)
        return {label, *scale};
    if (scale || terms.size() > engine::kMostClasses)
        return {label, engine::FreeText()};
    engine::Vocabulary vocabulary;
    for (const std::string& term : terms)
        vocabulary.terms.push_back({term, "", ""});
    return {label, std::move(vocabulary)};
}

/// Few formats say what labels there are: those that segments have get a scale. Where numbers and text meet,
/// all is text.
engine::ExchangedTier withSchemes(engine::ExchangedTier tier)
{
    std::set<std::string> lacking;
    for (const engine::Segment& segment : tier.segments) {
        for (const auto& [label, value] : segment.values) {
            if (!tier.tier.label(label))
                lacking.insert(label);
        }
    }
    for (const std::string& label : lacking) {
        tier.tier.labels.push_back(schemeFor(label, tier.segments));
        if (!std::holds_alternative<engine::FreeText>(tier.tier.labels.back().scale))
            continue;
        for (engine::Segment& segment : tier.segments) {
            if (const auto given = segment.values.find(label); given != segment.values.end())
                given->second.value = engine::textOf(given->second);
        }
    }
    return tier;
}

/// The tier with its segments under new numbers.
engine::Change added(const engine::Annotation& annotation, const engine::ExchangedTier& from,
                     Numbers& numbers, bool isByItself)
{
    engine::Tier tier = from.tier;
    const auto parent = numbers.tiers.find(tier.parent);
    if (isByItself || parent == numbers.tiers.end()) {
        tier.parent = 0;
        tier.constraint = engine::Constraint::None;
        tier.overlapping = tier.overlapping || engine::anyOverlap(tier, from.segments);
    } else {
        tier.parent = parent->second;
    }
    tier.locked = false;
    engine::Change change = engine::addTier(annotation, tier);
    numbers.tiers[from.tier.id] = change.tiers.front().after->id;
    engine::SegmentId next = annotation.unusedSegment();
    for (engine::Segment segment : from.segments) {
        numbers.segments[segment.id] = next;
        segment.id = next++;
        segment.tier = change.tiers.front().after->id;
        const auto above = numbers.segments.find(segment.parent);
        segment.parent = tier.parent == 0 || above == numbers.segments.end() ? 0 : above->second;
        if (tier.parent == 0)
            segment.order = 0;
        segment.sourceRow = -1;
        change.segments.push_back({std::nullopt, std::move(segment)});
    }
    return change;
}

/// As it is, else by itself. @param trouble  receives why it was refused  @return absent: even then refused
std::optional<engine::Change> addedIfPossible(engine::Annotation& scratch, const engine::ExchangedTier& tier,
                                              Numbers& numbers, QStringList& notes, std::string& trouble)
{
    for (const bool isByItself : {false, true}) {
        Numbers tried = numbers;
        engine::Change change = added(scratch, tier, tried, isByItself);
        try {
            scratch.apply(change);
        } catch (const engine::Refused& reason) {
            trouble = reason.what();
            continue;
        }
        if (isByItself && tier.tier.parent != 0)
            notes << QCoreApplication::translate("app::TierImport", "%1 stands by itself: %2")
                         .arg(utf8Text(tier.tier.name), utf8Text(trouble));
        numbers = std::move(tried);
        return change;
    }
    return std::nullopt;
}

/// Where a tier is refused, it is tried without its items that have no length, which some aligners write.
/// What even then is refused is left out and noted.
engine::Change addedSomehow(engine::Annotation& scratch, const engine::ExchangedTier& tier, Numbers& numbers,
                            QStringList& notes)
{
    std::string trouble;
    if (auto change = addedIfPossible(scratch, tier, numbers, notes, trouble))
        return *change;
    engine::ExchangedTier rest = tier;
    const std::size_t left
        = std::erase_if(rest.segments, [](const engine::Segment& segment) { return segment.length() <= 0; });
    if (tier.tier.kind == engine::TierKind::Interval && left > 0) {
        if (auto change = addedIfPossible(scratch, rest, numbers, notes, trouble)) {
            notes << QCoreApplication::translate("app::TierImport",
                                                 "%1: %2 items without a length were left out.")
                         .arg(utf8Text(tier.tier.name))
                         .arg(left);
            return *change;
        }
    }
    notes << QCoreApplication::translate("app::TierImport", "%1 was left out: %2")
                 .arg(utf8Text(tier.tier.name), utf8Text(trouble));
    return {};
}

/// The segment of `labels` that shares most time with this span. 0: none.
engine::SegmentId segmentFor(const engine::Annotation& annotation, const engine::Tier& labels,
                             const engine::Segment& judged)
{
    engine::SegmentId best = 0;
    std::int64_t most = 0;
    for (const engine::IntervalIndex::Entry& entry :
         annotation.byTime(labels.id).spanning(judged.start.ticks, judged.end.ticks)) {
        const std::int64_t shared
            = std::min(entry.end, judged.end.ticks) - std::max(entry.start, judged.start.ticks);
        if (shared > most) {
            most = shared;
            best = entry.id;
        }
    }
    return best;
}

/// The number of a clip, as `clip_id` says it.
std::optional<double> clipNumber(const engine::Segment& segment)
{
    const auto clip = segment.values.find("clip_id");
    if (clip == segment.values.end())
        return std::nullopt;
    bool isNumber = false;
    const double number = utf8Text(engine::textOf(clip->second)).toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// What each of the segments of a file is a judgement of; 0: of none. Without times they are matched in their
/// order: by their clips' numbers where each has one of its own, else as the file has them.
/// @return  absent: there are no times, and another number of segments
std::optional<std::vector<engine::SegmentId>> judgedSegments(const engine::Annotation& annotation,
                                                             const engine::Tier& labels,
                                                             const engine::ExchangedTier& from)
{
    std::vector<engine::SegmentId> judged(from.segments.size());
    if (!from.timesAreInvented) {
        std::ranges::transform(from.segments, judged.begin(), [&](const engine::Segment& segment) {
            return segmentFor(annotation, labels, segment);
        });
        return judged;
    }
    const auto labelled = annotation.byTime(labels.id).all();
    if (labelled.size() != from.segments.size())
        return std::nullopt;
    std::map<double, std::size_t> byClip;
    for (std::size_t i = 0; i < from.segments.size(); ++i) {
        if (const auto number = clipNumber(from.segments[i]))
            byClip.emplace(*number, i);
    }
    std::vector<std::size_t> order;
    order.reserve(byClip.size());
    for (const auto& [clip, place] : byClip)
        order.push_back(place);
    if (order.size() != from.segments.size()) {
        order.resize(from.segments.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
    }
    for (std::size_t i = 0; i < order.size(); ++i)
        judged[order[i]] = labelled[i].id;
    return judged;
}

/// Whether its name says that it holds an annotator's judgements of another tier.
bool isLayer(const engine::ExchangedTier& tier)
{
    return engine::layerByName(tier.tier).has_value();
}

engine::Change judgements(engine::Annotation& scratch, const engine::ExchangedTier& from, QStringList& notes)
{
    const std::string annotator = from.tier.annotator.empty() ? from.tier.name : from.tier.annotator;
    const engine::Layer layer
        = engine::layerByName(from.tier).value_or(engine::annotatorLayer(kLabelsTier, annotator, 1));
    const auto labels = engine::tiersCalled(scratch, layer.of);
    const auto judgedTier = labels.find(from.tier.video);
    if (judgedTier == labels.end()) {
        notes << QCoreApplication::translate(
                     "app::TierImport", "The labels of %1 could not be read; its judgements were left out.")
                     .arg(utf8Text(from.tier.video));
        return {};
    }
    const auto judgedOnes = judgedSegments(scratch, *judgedTier->second, from);
    if (!judgedOnes) {
        notes
            << QCoreApplication::translate(
                   "app::TierImport",
                   "The file has no times, and not as many judgements (%1) as %2 has labelled segments (%3), "
                   "so which is of which is not known; those of %4 were left out.")
                   .arg(from.segments.size())
                   .arg(utf8Text(from.tier.video))
                   .arg(scratch.byTime(judgedTier->second->id).all().size())
                   .arg(utf8Text(annotator));
        return {};
    }
    std::vector<engine::Change> changes;
    std::set<engine::SegmentId> taken; // segments that have their judgement
    std::size_t lost = 0;
    for (std::size_t i = 0; i < from.segments.size(); ++i) {
        const engine::Segment& segment = from.segments[i];
        const engine::SegmentId judged = (*judgedOnes)[i];
        engine::Change change;
        try {
            if (judged != 0 && !taken.contains(judged)) {
                change = engine::judge(scratch, judged, layer, [&](engine::Segment& judgement) {
                    for (const auto& [label, value] : segment.values) {
                        if (judgedTier->second->label(label))
                            judgement.values[label] = value;
                    }
                    for (auto& [label, value] : judgement.values) {
                        if (value.by.annotator.empty())
                            value.by = {annotator, value.by.when, layer.pass, value.by.visible};
                    }
                    judgement.comment = segment.comment;
                    judgement.flagged = segment.flagged;
                    judgement.confidence = segment.confidence;
                });
                scratch.apply(change);
            }
        } catch (const engine::Refused&) { // a value that the label's scale does not hold
            change = {};
        }
        if (change.empty())
            ++lost;
        else
            taken.insert(judged);
        changes.push_back(std::move(change));
    }
    if (lost > 0)
        notes << QCoreApplication::translate(
                     "app::TierImport",
                     "%1 of %2 judgements of %3 found no labelled segment of their own, or have values that "
                     "its labels do not hold.")
                     .arg(lost)
                     .arg(from.segments.size())
                     .arg(utf8Text(annotator));
    return joined(changes);
}

/// Empty: the tier of this name takes none.
TierName roleOf(const std::string& given, const TiersOfFile& file, const TierImport& how)
{
    if (given.empty())
        return {};
    if (given == (file.words.empty() ? how.words : file.words))
        return kWordsTier;
    return given == how.labels ? TierName(kLabelsTier) : TierName();
}

/// Gives the tiers that were added their role; where that is refused, they stay as they are, and it is noted.
engine::Change inRole(engine::Annotation& scratch, const std::set<engine::TierId>& tiers,
                      const TierName& role, QStringList& notes)
{
    try {
        const engine::TextsAsLabel texts = engine::textsAsLabel(scratch, tiers, usualLabels(role));
        const QString name = utf8Text(scratch.tier(*tiers.begin())->name);
        engine::Change change = engine::useAsRole(scratch, tiers, role, usualLabels(role));
        scratch.apply(change);
        if (const QString words = textLabelWords(texts, name); !words.isEmpty())
            notes << words;
        return change;
    } catch (const engine::Refused& reason) {
        notes << utf8Text(reason.what());
        return {};
    }
}

/// The tiers that are to take a role, by role and video: one of each.
using InRoles = std::map<TierName, std::map<std::string, engine::TierId>>;

/// Whether the tier holds texts of several words, as captions do.
bool holdsTexts(const engine::ExchangedTier& tier)
{
    return tier.tier.kind == engine::TierKind::Interval
        && std::ranges::any_of(tier.segments, [](const engine::Segment& segment) {
               return engine::hasSeveralWords(segment.text);
           });
}

/// A tier with the words of the texts of another, which lie within these and have no times of their own.
engine::ExchangedTier wordsOfTier(const engine::ExchangedTier& texts)
{
    engine::ExchangedTier words;
    words.tier.id = texts.tier.id;
    words.tier.video = texts.tier.video;
    words.tier.kind = engine::TierKind::Interval;
    words.tier.annotator = texts.tier.annotator;
    words.segments = engine::wordsOfTexts(texts.segments);
    return words;
}

/// The changes that add the tiers of a file.
void addFile(engine::Annotation& scratch, const TiersOfFile& file, const TierImport& how,
             std::vector<engine::Change>& changes, InRoles& inRoles, QStringList& notes)
{
    Numbers numbers;
    const bool hasLayers = how.asJudgements && std::ranges::any_of(file.content.tiers, isLayer);
    for (engine::ExchangedTier tier : file.content.tiers) {
        if (hasLayers && !isLayer(tier))
            continue; // what was judged, and no judgement
        if (tier.tier.video.empty())
            tier.tier.video = file.video;
        const std::string video = tier.tier.video;
        if (!how.known.contains(video)) {
            notes << QCoreApplication::translate("app::TierImport",
                                                 "%1 is no video of this dataset; its tiers were left out.")
                         .arg(utf8Text(video));
            continue;
        }
        if (how.asJudgements) {
            changes.push_back(judgements(scratch, tier, notes));
            continue;
        }
        const std::string given = tier.tier.name;
        const TierName role = roleOf(given, file, how);
        const engine::TierId number = tier.tier.id;
        const std::string name = freeTierName(scratch, video, given);
        if (name != given && role.empty())
            notes << QCoreApplication::translate("app::TierImport", "%1 is called %2 here.")
                         .arg(utf8Text(given), utf8Text(name));
        tier.tier.name = name;
        if (role == kWordsTier && holdsTexts(tier)) { // these stay, and their words become the words
            engine::ExchangedTier words = wordsOfTier(tier);
            notes << QCoreApplication::translate(
                         "app::TierImport",
                         "%1 of %2: %3 texts became %4 words, which have no times of their own yet.")
                         .arg(utf8Text(given), utf8Text(video))
                         .arg(tier.segments.size())
                         .arg(words.segments.size());
            changes.push_back(addedSomehow(scratch, withSchemes(std::move(tier)), numbers, notes));
            words.tier.name = freeTierName(scratch, video, given);
            tier = std::move(words);
        }
        changes.push_back(addedSomehow(scratch, withSchemes(std::move(tier)), numbers, notes));
        if (const auto added = numbers.tiers.find(number); !role.empty() && added != numbers.tiers.end())
            inRoles[role].emplace(video, added->second);
    }
}

}

engine::Change importTiers(const engine::Annotation& annotation, std::span<const TiersOfFile> files,
                           const TierImport& how, QStringList& notes)
{
    engine::Annotation scratch = annotation;
    std::vector<engine::Change> changes;
    InRoles inRoles;
    for (const TiersOfFile& file : files)
        addFile(scratch, file, how, changes, inRoles, notes);
    for (const auto& [role, byVideo] : inRoles) {
        std::set<engine::TierId> taking;
        for (const auto& [video, tier] : byVideo)
            taking.insert(tier);
        changes.push_back(inRole(scratch, taking, role, notes));
    }
    return joined(changes);
}

}
