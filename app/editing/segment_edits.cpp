#include "app/editing/segment_edits.h"

#include "app/editing/editor.h"
#include "app/editing/segment_clipboard.h"
#include "engine/annotation/edge_drag.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/new_segment.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

using engine::Annotation;
using engine::Segment;
using engine::TimePoint;

/// Within the video, and never shorter than what dragging leaves; neighbours are the edit's own matter.
TimePoint within(const Segment& segment, bool atEnd, double seconds)
{
    const std::int64_t to = TimePoint::ofSeconds(seconds).ticks;
    return TimePoint::ofTicks(atEnd ? std::max(to, segment.start.ticks + engine::kShortestDragged)
                                    : std::clamp<std::int64_t>(to,
                                                               std::min<std::int64_t>(0, segment.start.ticks),
                                                               segment.end.ticks - engine::kShortestDragged));
}

}

SegmentEdits::SegmentEdits(Document& document, Editor& editor) : m_document(document), m_editor(editor) { }

void SegmentEdits::moveEdge(engine::SegmentId id, bool atEnd, double seconds, engine::EdgeMode mode,
                            int gesture)
{
    if (m_editor.videoEnd() > 0)
        seconds = std::min(seconds, m_editor.videoEnd());
    const Editor::Make make = [=](const Annotation& annotation) {
        const Segment* segment = annotation.segment(id);
        if (!segment)
            throw engine::Refused("This segment is not there any more.");
        const bool isPoint = annotation.tier(segment->tier)->kind == engine::TierKind::Point;
        const TimePoint to = isPoint ? TimePoint::ofSeconds(std::max(0.0, seconds))
            : mode == engine::EdgeMode::Follow
            ? engine::reachableEdge(annotation, id, atEnd, TimePoint::ofSeconds(seconds))
            : within(*segment, atEnd, seconds);
        return engine::moveEdge(annotation, id, atEnd, to, mode);
    };
    const Segment* segment = m_document.annotation().segment(id);
    const QString name = !segment || segment->text.empty()
        ? tr("move edge of a segment")
        : tr("move edge of “%1”").arg(QString::fromStdString(segment->text));
    const bool isDone = gesture == 0 ? m_editor.edit(name, make) : m_editor.gesture(gesture, name, make);
    if (isDone && (gesture == 0 || std::exchange(m_toldGesture, gesture) != gesture))
        tellOfAnswers(id);
}

/// Answers lie at the times of their segment: what they are about has changed, and nobody asked those who
/// gave them.
void SegmentEdits::tellOfAnswers(engine::SegmentId id)
{
    const Annotation& annotation = m_document.annotation();
    const Segment* segment = annotation.segment(id);
    const engine::Tier* tier = segment ? annotation.tier(segment->tier) : nullptr;
    if (!tier)
        return;
    QStringList who;
    for (const engine::Layer& layer : engine::layersOf(annotation, tier->name)) {
        const QString name = QString::fromStdString(layer.annotator);
        if (engine::judgement(annotation, id, layer.name) && !who.contains(name))
            who << name;
    }
    if (!who.isEmpty())
        emit m_editor.told(
            tr("The answers to this segment moved with it; they were given for other times: %1.")
                .arg(who.join(QStringLiteral(", "))));
}

bool SegmentEdits::split(const TierName& tier, std::size_t index, double seconds)
{
    if (index >= m_document.spans(tier).size())
        return false;
    const engine::SegmentId id = m_document.segmentId(tier, index);
    return m_editor.edit(tr("split %1").arg(m_editor.nameOf(tier, index)), [&](const Annotation& annotation) {
        return engine::splitSegment(annotation, id, TimePoint::ofSeconds(seconds));
    });
}

bool SegmentEdits::mergeWithNext(const TierName& tier, std::size_t index)
{
    if (index + 1 >= m_document.spans(tier).size()) {
        emit m_editor.refused(tr("There is nothing behind it to merge with."));
        return false;
    }
    return m_editor.edit(
        tr("merge %1 and %2").arg(m_editor.nameOf(tier, index), m_editor.nameOf(tier, index + 1)),
        [&](const Annotation& annotation) {
            return engine::mergeSegments(annotation, m_document.segmentId(tier, index),
                                         m_document.segmentId(tier, index + 1));
        });
}

bool SegmentEdits::remove(const TierName& tier, std::size_t index)
{
    if (index >= m_document.spans(tier).size())
        return false;
    const engine::SegmentId id = m_document.segmentId(tier, index);
    return m_editor.edit(
        tr("delete %1").arg(m_editor.nameOf(tier, index)),
        [&](const Annotation& annotation) { return engine::removeSegments(annotation, std::span(&id, 1)); });
}

bool SegmentEdits::remove(const TierName& tier, std::span<const engine::SegmentId> ids)
{
    const int count = static_cast<int>(ids.size());
    return m_editor.edit(
        tier == kWordsTier ? tr("delete %n word(s)", nullptr, count)
                           : tr("delete %n segment(s)", nullptr, count),
        [&](const Annotation& annotation) { return engine::removeSegments(annotation, ids); });
}

std::vector<engine::SegmentId> SegmentEdits::paste(const CopiedSegments& copied, double seconds)
{
    const engine::Tier* into = m_document.tier(copied.tier);
    if (!into || copied.segments.empty())
        return {};
    const std::int64_t moved = TimePoint::ofSeconds(seconds).ticks - copied.segments.front().start.ticks;
    std::vector<Segment> segments = copied.segments;
    for (Segment& segment : segments) {
        segment.tier = into->id;
        segment.start = TimePoint::ofTicks(segment.start.ticks + moved);
        segment.end = TimePoint::ofTicks(segment.end.ticks + moved);
    }
    const int count = static_cast<int>(segments.size());
    std::vector<engine::SegmentId> ids;
    const bool done = m_editor.edit(copied.tier == kWordsTier ? tr("paste %n word(s)", nullptr, count)
                                                              : tr("paste %n segment(s)", nullptr, count),
                                    [&](const Annotation& annotation) {
                                        engine::Change change = engine::insertSegments(annotation, segments);
                                        for (const auto& replaced : change.segments)
                                            ids.push_back(replaced.after->id);
                                        return change;
                                    });
    return done ? ids : std::vector<engine::SegmentId>();
}

std::optional<engine::SegmentId> SegmentEdits::insert(const TierName& tier, engine::Interval span)
{
    const engine::Tier* into = m_document.tier(tier);
    if (!into)
        return std::nullopt;
    std::optional<engine::SegmentId> id;
    const bool done = m_editor.edit(
        tier == kWordsTier ? tr("new word") : tr("new segment"), [&](const Annotation& annotation) {
            const Segment made = engine::newSegment(annotation, into->id, TimePoint::ofSeconds(span.start),
                                                    TimePoint::ofSeconds(span.end));
            engine::Change change = engine::insertSegment(annotation, made);
            for (const auto& replaced : change.segments) {
                if (!replaced.before && replaced.after->tier == into->id)
                    id = replaced.after->id;
            }
            return change;
        });
    return done ? id : std::nullopt;
}

bool SegmentEdits::retype(engine::SegmentId id, const QString& text)
{
    return m_editor.edit(tr("text “%1”").arg(text), [&](const Annotation& annotation) {
        return engine::setText(annotation, id, text.toStdString());
    });
}

bool SegmentEdits::type(const QString& name, engine::WordsEdit typed, int step)
{
    typed.end = m_editor.endTicks();
    return m_editor.editPlaced(
        name,
        [&](const Annotation& annotation) {
            return Editor::lookedAt(annotation, engine::replaceWords(annotation, typed));
        },
        step);
}

bool SegmentEdits::beginWord(engine::SegmentId id, double seconds)
{
    const Segment* word = m_document.annotation().segment(id);
    if (!word)
        return false;
    return m_editor.editPlaced(
        tr("start of “%1”").arg(QString::fromStdString(word->text)),
        [&](const Annotation& annotation) {
            return Editor::lookedAt(annotation,
                                    engine::beginWordAt(annotation, id, TimePoint::ofSeconds(seconds).ticks,
                                                        m_editor.endTicks()));
        },
        0);
}

bool SegmentEdits::shift(const TierName& tier, std::size_t index, double seconds)
{
    if (index >= m_document.spans(tier).size())
        return false;
    const engine::SegmentId id = m_document.segmentId(tier, index);
    return m_editor.edit(tr("move %1").arg(m_editor.nameOf(tier, index)), [&](const Annotation& annotation) {
        return engine::shiftSegments(annotation, std::span(&id, 1), TimePoint::ofSeconds(seconds).ticks);
    });
}

}
