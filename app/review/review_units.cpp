#include "app/review/review_units.h"

#include "app/document/tier_views.h"
#include "engine/alignment/segment_rows.h"
#include "engine/core/error.h"
#include "engine/project_items/conversation_items.h"
#include "engine/sequences/timed_features.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double kSameRun = 0.05; // seconds between rows of one run

template <typename Read>
void tryToRead(Read read)
{
    try {
        read();
    } catch (const engine::Cancelled&) {
        throw;
    } catch (const engine::Error&) { // the library tells what is damaged
    }
}

void readLabels(const engine::SequenceFile& file, const std::string& id, double offset, RecordedVideo& video)
{
    engine::TimedFeatures rows = engine::readFeatures(file, id);
    engine::shift(rows.intervals, offset);
    for (std::size_t row = 0; row < rows.intervals.size(); ++row) {
        const float value = rows.features.columns > 0 ? rows.features.at(row, 0) : std::nanf("");
        video.segments.push_back(rows.intervals[row]);
        video.labels.push_back(std::isnan(value) ? std::nullopt : std::optional<double>(value));
    }
}

/// Rows that touch are one: only where there are none matters.
std::vector<engine::Interval> runs(const std::vector<engine::Interval>& rows)
{
    std::vector<engine::Interval> runs;
    for (const engine::Interval& row : rows) {
        if (!runs.empty() && row.start <= runs.back().end + kSameRun)
            runs.back().end = std::max(runs.back().end, row.end);
        else
            runs.push_back(row);
    }
    return runs;
}

RecordedVideo readVideoOf(const OpenDataset& dataset, const std::string& id,
                          const engine::SequenceOffsets& offsets)
{
    RecordedVideo video;
    for (const OpenDataset::Sequence& sequence : dataset.sequences) {
        const double offset = engine::offsetOf(offsets, sequence.key);
        const auto intervals = [&] {
            std::vector<engine::Interval> read = engine::readIntervals(*sequence.file, id);
            engine::shift(read, offset);
            return read;
        };
        tryToRead([&] {
            if (sequence.role == Role::Words)
                video.words = intervals();
            else if (sequence.role == Role::Labels)
                readLabels(*sequence.file, id, offset, video);
            else if (sequence.role == Role::Acoustic || sequence.role == Role::Visual)
                video.sequences.emplace_back(sequence.key, runs(intervals()));
        });
    }
    if (video.segments.empty()) {
        video.segments = engine::utterances(video.words);
        video.labels.resize(video.segments.size());
    }
    return video;
}

bool sharesTime(const std::vector<engine::Interval>& rows, const engine::Interval& span)
{
    const auto next = std::partition_point(
        rows.begin(), rows.end(), [&](const engine::Interval& row) { return row.end <= span.start; });
    return next != rows.end() && next->start < span.end;
}

bool isWithin(const engine::Interval& span, const engine::Interval& word)
{
    const double middle = (word.start + word.end) / 2;
    return middle >= span.start && middle < span.end;
}

std::size_t wordsWithin(const engine::Interval& span, const std::vector<engine::Interval>& words)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(words, [&](const engine::Interval& word) { return isWithin(span, word); }));
}

/// The same of the words that the project has.
std::size_t wordsWithin(const engine::Interval& span, const engine::Annotation& annotation,
                        engine::TierId words)
{
    const auto near = annotation.byTime(words).spanning(engine::TimePoint::ofSeconds(span.start).ticks,
                                                        engine::TimePoint::ofSeconds(span.end).ticks);
    return static_cast<std::size_t>(std::ranges::count_if(near, [&](const auto& entry) {
        const engine::Segment& word = *annotation.segment(entry.id);
        return isWithin(span, {word.start.seconds(), word.end.seconds()});
    }));
}

/// What the layers say of a segment.
void addJudgements(engine::ReviewUnit& unit, const engine::Annotation& annotation, engine::SegmentId segment,
                   const std::string& label, const std::vector<engine::Layer>& layers,
                   const engine::Layer& own)
{
    for (const engine::Layer& layer : layers) {
        const engine::Segment* judged = engine::judgement(annotation, segment, layer.name);
        if (!judged)
            continue;
        const auto value = engine::numberGiven(*judged, label);
        if (layer.name == own.name) {
            unit.isAnswered = !judged->values.empty();
            continue;
        }
        if (layer.purpose != engine::LayerPurpose::Judging)
            continue; // said before, or an exercise
        unit.isRepeat = unit.isRepeat
            || (layer.annotator == own.annotator && layer.pass < own.pass && !layer.isSettled
                && !judged->values.empty());
        if (judged->flagged)
            unit.flaggedBy.push_back(layer.annotator);
        if (value && layer.isSettled)
            unit.label = value;
        else if (value && engine::isFirstPass(layer))
            unit.votes.push_back({layer.annotator, *value});
        if (const std::string* term = engine::termGiven(*judged, label); term && engine::isFirstPass(layer))
            unit.terms.insert(*term);
    }
}

bool isOffScale(double value, const engine::LabelScheme& label)
{
    const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
    return scale && (value < scale->least || value > scale->greatest);
}

/// CMU-MOSEI's scale: a file's first label is one of sentiment.
bool isOffScale(const std::optional<double>& value)
{
    return value && (*value < -3.0 || *value > 3.0);
}

}

RecordedVideos readRecordedVideos(const OpenDataset& dataset, const engine::ProjectOffsets& offsets,
                                  const engine::RunContext& run)
{
    RecordedVideos videos;
    for (std::size_t i = 0; i < dataset.entries.size(); ++i) {
        run.tick(i, dataset.entries.size());
        const std::string id = dataset.entries[i]->id.toStdString();
        videos.emplace(id, readVideoOf(dataset, id, engine::offsetsOfVideo(offsets, id)));
    }
    return videos;
}

std::vector<engine::ReviewUnit>
reviewUnits(const RecordedVideos& videos, const engine::Annotation& annotation, const engine::Layer& own,
            const std::map<std::pair<std::string, double>, double>& predictions)
{
    const std::vector<engine::Layer> layers = engine::layersOf(annotation, own.of);
    const auto tiers = engine::tiersCalled(annotation, own.of);
    std::vector<engine::ReviewUnit> units;
    const auto ownWords = engine::tiersCalled(annotation, kWordsTier);
    const auto finish = [&](engine::ReviewUnit unit, const RecordedVideo& video) {
        const auto words = ownWords.find(unit.video);
        unit.words = words == ownWords.end() ? wordsWithin(unit.span, video.words)
                                             : wordsWithin(unit.span, annotation, words->second->id);
        for (const auto& [name, rows] : video.sequences) {
            if (!sharesTime(rows, unit.span))
                unit.missing.push_back(name);
        }
        const auto predicted = predictions.find({unit.video, unit.span.start});
        if (predicted != predictions.end())
            unit.prediction = predicted->second;
        unit.isOffScale = unit.isOffScale || isOffScale(unit.label);
        units.push_back(std::move(unit));
    };
    for (const auto& [id, video] : videos) {
        const auto found = tiers.find(id);
        const engine::Tier* tier = found == tiers.end() ? nullptr : found->second;
        if (!tier) {
            if (own.of != kLabelsTier)
                continue; // only labelled segments may be still in their files
            for (std::size_t i = 0; i < video.segments.size(); ++i) {
                engine::ReviewUnit unit{id, video.segments[i]};
                unit.label = video.labels[i];
                finish(std::move(unit), video);
            }
            continue;
        }
        for (const engine::IntervalIndex::Entry& entry : annotation.byTime(tier->id).all()) {
            const engine::Segment& segment = *annotation.segment(entry.id);
            engine::ReviewUnit unit{id, {segment.start.seconds(), segment.end.seconds()}};
            if (!tier->labels.empty()) {
                unit.label = engine::numberGiven(segment, tier->labels.front().name);
                unit.isOffScale = unit.label && isOffScale(*unit.label, tier->labels.front());
                addJudgements(unit, annotation, entry.id, tier->labels.front().name, layers, own);
            }
            if (segment.flagged)
                unit.flaggedBy.push_back(tier->annotator.empty() ? tier->name : tier->annotator);
            finish(std::move(unit), video);
        }
    }
    return units;
}

bool hasConversations(const engine::DatasetList& list, const engine::Annotation& annotation)
{
    return list.more.contains(engine::kConversationsField)
        || std::ranges::any_of(annotation.tiers(),
                               [](const auto& tier) { return !tier.second.participant.empty(); });
}

void keepOwnFeelings(std::vector<engine::ReviewUnit>& units, const engine::KnownConversations& known,
                     const engine::Layer& own)
{
    if (!own.of.ends_with("_self"))
        return;
    const std::string annotator = engine::participantId(own.annotator);
    const auto isAnnotator = [&](const engine::ReviewUnit& unit) {
        const engine::ConversationParticipant* const who = known.participantOf(unit.video);
        return who
            && (engine::participantId(who->id) == annotator
                || engine::participantId(who->shownName()) == annotator);
    };
    if (std::ranges::any_of(units, isAnnotator))
        std::erase_if(units, [&](const engine::ReviewUnit& unit) { return !isAnnotator(unit); });
}

void placeInConversations(std::vector<engine::ReviewUnit>& units, const engine::KnownConversations& known,
                          const engine::Annotation& annotation)
{
    std::map<std::string, engine::Conversation> changed; // by id
    for (engine::ReviewUnit& unit : units) {
        const engine::Conversation* listed = known.of(unit.video);
        if (!listed)
            continue;
        const auto conversation = changed.try_emplace(listed->id, *listed);
        if (conversation.second)
            conversation.first->second = engine::asChanged(annotation, *listed);
        unit.conversation = listed->id;
        const engine::ConversationParticipant* who = known.participantOf(unit.video);
        if (const auto* timed = who ? conversation.first->second.participant(who->id) : nullptr)
            unit.moment = timed->time.ofFile(unit.span.start);
    }
}

}
