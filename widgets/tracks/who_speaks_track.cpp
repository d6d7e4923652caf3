#include "widgets/tracks/who_speaks_track.h"

#include "widgets/base/scale_number.h"
#include "widgets/tracks/pointer_note.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kTickRoom = 5.0; ///< pixels above and below the lanes, for ticks of transitions
constexpr double kArcRoom = 20.0; ///< pixels above the lanes where there are arcs
constexpr int kLeastTurnLane = 19; ///< pixels
constexpr double kTransitionReach = 4.0; ///< pixels beside a transition that belong to it

/// What a person reads of a floor transfer offset.
QString offsetText(double seconds)
{
    return WhoSpeaksTrack::tr("%1 s").arg(signedNumber(seconds, 2));
}

/// What a screen reader says of an arc that ends at a turn; empty: none does.
QString attentionText(const std::vector<TurnArc>& arcs, std::size_t turn)
{
    double all = 0.0;
    for (const TurnArc& arc : arcs)
        all += arc.weight;
    for (const TurnArc& arc : arcs) {
        if (arc.to == turn && all > 0.0)
            return WhoSpeaksTrack::tr(", counts %1 % for turn %2")
                .arg(std::lround(100.0 * arc.weight / all))
                .arg(arc.from + 1);
    }
    return {};
}

}

void WhoSpeaksTrack::setContent(Content content)
{
    std::size_t speakers = 0;
    if (content.turns) {
        for (const engine::SpeechStretch& one : content.turns->stretches)
            speakers = std::max(speakers, one.speaker + 1);
        for (const engine::SpeakingTurn& turn : content.turns->turns)
            speakers = std::max(speakers, turn.speaker + 1);
    }
    for (std::size_t i = content.people.size(); i < speakers; ++i)
        content.people.push_back({QString::number(i + 1), usualPersonColour(i)});
    if (m_content == content)
        return;
    const int before = minimumHeight();
    m_content = std::move(content);
    m_lanes = m_content.turns ? TurnLanes(m_content.turns, m_content.people.size()) : TurnLanes();
    m_initials = initialsOf(m_content.people);
    m_arcs.clear();
    if (m_current && *m_current >= partCount())
        m_current.reset();
    if (minimumHeight() != before)
        emit minimumHeightChanged();
    emit headChanged();
    emit changed();
}

void WhoSpeaksTrack::setArcs(std::vector<TurnArc> arcs)
{
    if (m_arcs == arcs)
        return;
    const int before = minimumHeight();
    m_arcs = std::move(arcs);
    if (minimumHeight() != before)
        emit minimumHeightChanged();
    emit changed();
}

void WhoSpeaksTrack::setCurrentTurn(std::optional<std::size_t> turn)
{
    if (turn && *turn >= partCount())
        turn.reset();
    if (std::exchange(m_current, turn) != turn)
        emit changed();
}

QString WhoSpeaksTrack::subtitle() const
{
    if (!hasTurns())
        return m_content.isComputing ? tr("is being found…") : QString();
    const QString turns = tr("%n turn(s)", nullptr, static_cast<int>(m_content.turns->turns.size()));
    return m_content.isEstimated ? tr("%1, guessed").arg(turns) : turns;
}

QString WhoSpeaksTrack::headTip() const
{
    const QString what
        = tr("Who speaks when: turns are filled, backchannels have a dashed edge, attempts are hatched, "
             "and so is where two turns overlap. Marks above are gaps between turns, red marks below are "
             "overlaps; wide ones are interruptions.");
    return m_content.isEstimated ? what + QLatin1Char(' ')
            + tr("These turns are guesses, by mouths or by a text without times: edges are dashed until a "
                 "tier "
                 "“turns” says who speaks.")
                                 : what;
}

double WhoSpeaksTrack::arcRoom() const
{
    return m_arcs.empty() ? 0.0 : kArcRoom;
}

int WhoSpeaksTrack::minimumHeight() const
{
    const auto lanes = static_cast<int>(std::max<std::size_t>(m_lanes.lanes().size(), 2));
    return lanes * kLeastTurnLane + static_cast<int>(2 * kTickRoom + arcRoom());
}

std::vector<LaneRoom> WhoSpeaksTrack::laneRooms(int height) const
{
    std::vector<LaneRoom> rooms(m_lanes.lanes().size());
    const double top = arcRoom() + kTickRoom;
    const double each
        = (height - kTickRoom - top) / static_cast<double>(std::max<std::size_t>(rooms.size(), 1));
    for (std::size_t lane = 0; lane < rooms.size(); ++lane) {
        const double from = std::round(top + each * static_cast<double>(lane));
        rooms[lane] = {from, std::round(top + each * static_cast<double>(lane + 1)) - from};
    }
    return rooms;
}

std::size_t WhoSpeaksTrack::partCount() const
{
    return m_content.turns ? m_content.turns->turns.size() : 0;
}

Track::Part WhoSpeaksTrack::part(std::size_t turn) const
{
    const engine::SpeakingTurn& one = m_content.turns->turns.at(turn);
    QString said
        = tr("Turn %1 of %2, %3, %4 to %5 seconds")
              .arg(turn + 1)
              .arg(partCount())
              .arg(nameOf(one.speaker), shownNumber(one.start, 2, 'f'), shownNumber(one.end, 2, 'f'));
    if (turn > 0) { // transitions lie between neighbours
        const engine::SpeakingTurn& before = m_content.turns->turns[turn - 1];
        const double offset = one.start - before.end;
        const QString seconds = shownNumber(std::abs(offset), 2, 'f');
        said += offset < 0 ? tr(", overlaps %1 by %2 seconds").arg(nameOf(before.speaker), seconds)
                           : tr(", %2 seconds after %1").arg(nameOf(before.speaker), seconds);
    }
    if (m_content.isEstimated)
        said += tr(", guessed");
    return {said + attentionText(m_arcs, turn), {one.start, one.end}, m_current == turn};
}

std::optional<std::size_t> WhoSpeaksTrack::laneAt(double y, int height) const
{
    const std::vector<LaneRoom> rooms = laneRooms(height);
    for (std::size_t lane = 0; lane < rooms.size(); ++lane) {
        if (y >= rooms[lane].top && y < rooms[lane].bottom())
            return lane;
    }
    return std::nullopt;
}

std::optional<std::size_t> WhoSpeaksTrack::partAt(QPointF position, const TimeScale& scale) const
{
    const std::optional<std::size_t> lane = laneAt(position.y(), height());
    return lane ? m_lanes.turnAt(*lane, scale.seconds(position.x())) : std::nullopt;
}

std::optional<Qt::CursorShape> WhoSpeaksTrack::cursor(QPointF position, const TimeScale& scale) const
{
    return partAt(position, scale) ? std::optional(Qt::PointingHandCursor) : std::nullopt;
}

bool WhoSpeaksTrack::press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers)
{
    const std::optional<std::size_t> turn = partAt(position, scale);
    if (turn)
        emit turnChosen(*turn);
    return turn.has_value();
}

/// The one whose gap or overlap lies under the pointer, or whose tick is near.
QString WhoSpeaksTrack::transitionAt(QPointF position, const TimeScale& scale) const
{
    const OverlappingSpans& spans = m_lanes.transitions();
    const double seconds = scale.seconds(position.x());
    const double reach = kTransitionReach / scale.pixelsPerSecond;
    const auto [first, last] = spans.placesIn({seconds - reach, seconds + reach});
    std::optional<std::size_t> nearest;
    double distance = reach;
    for (std::size_t place = first; place < last; ++place) {
        const engine::Interval& span = spans[place];
        const double apart = std::max({span.start - seconds, seconds - span.end, 0.0});
        if (apart <= distance) {
            nearest = place;
            distance = apart;
        }
    }
    if (!nearest)
        return {};
    const engine::TurnTransition& one = m_lanes.transition(*nearest);
    const QString text = tr("%1 → %2 %3").arg(nameOf(one.from), nameOf(one.to), offsetText(one.fto));
    return one.kind == engine::TransitionKind::Interruption ? tr("%1, interruption").arg(text) : text;
}

QString WhoSpeaksTrack::stretchAt(std::size_t lane, double seconds) const
{
    if (const std::optional<std::size_t> number = m_lanes.turnAt(lane, seconds)) {
        const engine::SpeakingTurn& turn = m_content.turns->turns[*number];
        return tr("%1 · turn %2 · %3 s")
            .arg(nameOf(turn.speaker))
            .arg(*number + 1)
            .arg(shownNumber(turn.end - turn.start, 1, 'f'));
    }
    const TurnLane& shown = m_lanes.lanes()[lane];
    const auto containing = [seconds](const std::vector<engine::Interval>& spans) {
        const auto found = std::ranges::upper_bound(spans, seconds, {}, &engine::Interval::start);
        return found != spans.begin() && std::prev(found)->contains(seconds) ? &*std::prev(found) : nullptr;
    };
    const QString name = shown.people.size() == 1 ? nameOf(shown.people.front()) : tr("several");
    if (const engine::Interval* span = containing(shown.backchannels))
        return tr("%1 · backchannel · %2 s").arg(name, shownNumber(span->length(), 2, 'f'));
    if (const engine::Interval* span = containing(shown.attempts))
        return tr("%1 · attempt · %2 s").arg(name, shownNumber(span->length(), 2, 'f'));
    return {};
}

QString WhoSpeaksTrack::textAt(QPointF position, int height, const TimeScale& scale) const
{
    if (!hasTurns())
        return {};
    if (const QString transition = transitionAt(position, scale); !transition.isEmpty())
        return transition;
    const std::optional<std::size_t> lane = laneAt(position.y(), height);
    return lane ? stretchAt(*lane, scale.seconds(position.x())) : QString();
}

void WhoSpeaksTrack::paint(TrackCanvas& canvas) const
{
    if (!hasTurns()) {
        paintNothing(canvas);
        return;
    }
    const std::vector<LaneRoom> rooms = laneRooms(canvas.size.height());
    const ShownTurns shown{*m_content.turns,     m_lanes, m_content.people, m_initials,
                           m_content.said,       rooms,   m_current,        m_content.isComputing,
                           m_content.isEstimated};
    TurnLanePainter(canvas, shown).paint();
    if (!m_arcs.empty())
        paintTurnArcs(canvas, m_arcs, m_content.turns->turns, arcRoom() + kTickRoom);
    if (canvas.pointer)
        paintPointerNote(
            canvas,
            textAt({canvas.scale.x(*canvas.pointer), canvas.pointerY}, canvas.size.height(), canvas.scale),
            canvas.theme.muted);
}

/// Hatched while turns are being found; else why there are none.
void WhoSpeaksTrack::paintNothing(TrackCanvas& canvas) const
{
    const QRectF room(0, 2, canvas.size.width(), canvas.size.height() - 4);
    if (m_content.isComputing) {
        canvas.painter.fillRect(room, QBrush(canvas.theme.line, Qt::BDiagPattern));
        return;
    }
    canvas.painter.setPen(canvas.theme.muted);
    canvas.painter.drawText(room.adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::TextWordWrap,
                            tr("No turns are known: words, turns or channels tell them"));
}

}
