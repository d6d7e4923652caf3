// What keys and mouse do to single words and segments.
#include "app/editing/editor.h"
#include "app/editing/segment_clipboard.h"
#include "engine/annotation/edge_drag.h"
#include "engine/annotation/edits.h"

#include <algorithm>
#include <cmath>

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

/// `“film”` or `segment 3`.
QString Editor::nameOf(TierRole role, std::size_t index) const
{
    return role == TierRole::Words
        ? tr("“%1”").arg(QString::fromStdString(m_document.words().texts.at(index)))
        : tr("segment %1").arg(index + 1);
}

void Editor::moveEdge(engine::SegmentId id, bool atEnd, double seconds, engine::EdgeMode mode, int gesture)
{
    const Make make = [=](const Annotation& annotation) {
        const Segment* segment = annotation.segment(id);
        if (!segment)
            throw engine::Refused("This segment is not there any more.");
        const TimePoint to = mode == engine::EdgeMode::Follow
            ? engine::reachableEdge(annotation, id, atEnd, TimePoint::ofSeconds(seconds))
            : within(*segment, atEnd, seconds);
        return engine::moveEdge(annotation, id, atEnd, to, mode);
    };
    const Segment* segment = m_document.annotation().segment(id);
    const QString name = !segment || segment->text.empty()
        ? tr("move edge of a segment")
        : tr("move edge of “%1”").arg(QString::fromStdString(segment->text));
    if (gesture == 0)
        edit(name, make);
    else
        this->gesture(gesture, name, make);
}

bool Editor::split(TierRole role, std::size_t index, double seconds)
{
    if (index >= m_document.spans(role).size())
        return false;
    const engine::SegmentId id = m_document.segmentId(role, index);
    return edit(tr("split %1").arg(nameOf(role, index)), [&](const Annotation& annotation) {
        return engine::splitSegment(annotation, id, TimePoint::ofSeconds(seconds));
    });
}

bool Editor::mergeWithNext(TierRole role, std::size_t index)
{
    if (index + 1 >= m_document.spans(role).size()) {
        emit refused(tr("There is nothing behind it to merge with."));
        return false;
    }
    return edit(tr("merge %1 and %2").arg(nameOf(role, index), nameOf(role, index + 1)),
                [&](const Annotation& annotation) {
                    return engine::mergeSegments(annotation, m_document.segmentId(role, index),
                                                 m_document.segmentId(role, index + 1));
                });
}

bool Editor::remove(TierRole role, std::size_t index)
{
    if (index >= m_document.spans(role).size())
        return false;
    const engine::SegmentId id = m_document.segmentId(role, index);
    return edit(tr("delete %1").arg(nameOf(role, index)), [&](const Annotation& annotation) {
        return engine::removeSegments(annotation, std::span(&id, 1));
    });
}

bool Editor::remove(TierRole role, std::span<const engine::SegmentId> ids)
{
    const int count = static_cast<int>(ids.size());
    return edit(role == TierRole::Words ? tr("delete %n word(s)", nullptr, count)
                                        : tr("delete %n segment(s)", nullptr, count),
                [&](const Annotation& annotation) { return engine::removeSegments(annotation, ids); });
}

std::vector<engine::SegmentId> Editor::paste(const CopiedSegments& copied, double seconds)
{
    const engine::Tier* tier = m_document.tier(copied.role);
    if (!tier || copied.segments.empty())
        return {};
    const std::int64_t moved = TimePoint::ofSeconds(seconds).ticks - copied.segments.front().start.ticks;
    std::vector<Segment> segments = copied.segments;
    for (Segment& segment : segments) {
        segment.tier = tier->id;
        segment.start = TimePoint::ofTicks(segment.start.ticks + moved);
        segment.end = TimePoint::ofTicks(segment.end.ticks + moved);
    }
    const int count = static_cast<int>(segments.size());
    std::vector<engine::SegmentId> ids;
    const bool done = edit(copied.role == TierRole::Words ? tr("paste %n word(s)", nullptr, count)
                                                          : tr("paste %n segment(s)", nullptr, count),
                           [&](const Annotation& annotation) {
                               engine::Change change = engine::insertSegments(annotation, segments);
                               for (const auto& replaced : change.segments)
                                   ids.push_back(replaced.after->id);
                               return change;
                           });
    return done ? ids : std::vector<engine::SegmentId>();
}

bool Editor::insert(TierRole role, engine::Interval span)
{
    const engine::Tier* tier = m_document.tier(role);
    if (!tier)
        return false;
    return edit(role == TierRole::Words ? tr("new word") : tr("new segment"),
                [&](const Annotation& annotation) {
                    Segment segment;
                    segment.tier = tier->id;
                    segment.start = TimePoint::ofSeconds(span.start);
                    segment.end = TimePoint::ofSeconds(span.end);
                    return engine::insertSegment(annotation, segment);
                });
}

bool Editor::retype(engine::SegmentId id, const QString& text)
{
    return edit(tr("text “%1”").arg(text), [&](const Annotation& annotation) {
        return engine::setText(annotation, id, text.toStdString());
    });
}

bool Editor::shift(TierRole role, std::size_t index, double seconds)
{
    if (index >= m_document.spans(role).size())
        return false;
    const engine::SegmentId id = m_document.segmentId(role, index);
    return edit(tr("move %1").arg(nameOf(role, index)), [&](const Annotation& annotation) {
        return engine::shiftSegments(annotation, std::span(&id, 1), TimePoint::ofSeconds(seconds).ticks);
    });
}

}
