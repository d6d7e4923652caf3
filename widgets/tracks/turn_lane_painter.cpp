#include "widgets/tracks/turn_lane_painter.h"

#include "widgets/base/scale_number.h"
#include "widgets/tracks/interval_boxes.h"
#include "widgets/tracks/who_speaks_track.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kTurnFill = 0.45; ///< of the person's colour in a turn
constexpr double kGuessFill = 0.18; ///< in a turn that is a guess
constexpr double kPaleTurn = 0.4; ///< what is left of colours while newer turns are on their way
constexpr double kRounded = 8.0; ///< pixels from which a turn has an edge and round corners
constexpr double kWideTurn = 40.0; ///< pixels from which a turn's text has its full margins
constexpr double kPill = 0.62; ///< of a lane's height: backchannels and attempts
constexpr double kLeastPill = 7.0; ///< pixels, so that a backchannel is seen
constexpr double kLeastHatch = 2.0; ///< pixels
constexpr double kTurnTick = 4.0; ///< pixels, of a transition
constexpr double kDiscLeft = 4.0; ///< pixels before the disc with the initial
constexpr double kGreatestDisc = 18.0; ///< pixels
constexpr double kLaneFont = 0.86;

double discOf(const LaneRoom& room)
{
    return std::min(kGreatestDisc, room.height - 4.0);
}

}

TurnLanePainter::TurnLanePainter(TrackCanvas& canvas, const ShownTurns& shown)
    : m_canvas(canvas)
    , m_painter(canvas.painter)
    , m_shown(shown)
    , m_font(canvas.painter.font())
{
    m_font.setPointSizeF(m_font.pointSizeF() * kLaneFont);
}

void TurnLanePainter::paint()
{
    m_painter.save();
    m_painter.setFont(m_font);
    for (std::size_t lane = 0; lane < m_shown.rooms.size(); ++lane)
        paintLane(lane);
    paintOverlaps();
    paintTransitions();
    for (std::size_t lane = 0; lane < m_shown.rooms.size(); ++lane)
        paintName(lane);
    m_painter.restore();
}

/// Several people have no colour.
QColor TurnLanePainter::colourOf(std::size_t lane) const
{
    const std::vector<std::size_t>& people = m_shown.lanes.lanes()[lane].people;
    const QColor own = people.size() == 1 ? m_canvas.theme.trackColour(m_shown.people[people.front()].colour)
                                          : m_canvas.theme.neutral;
    return m_shown.isPale ? mixed(m_canvas.theme.background, own, kPaleTurn) : own;
}

/// Of turns.
QColor TurnLanePainter::fillOf(std::size_t lane) const
{
    return mixed(m_canvas.theme.background, colourOf(lane), m_shown.isEstimated ? kGuessFill : kTurnFill);
}

void TurnLanePainter::paintLane(std::size_t lane)
{
    const TurnLane& shown = m_shown.lanes.lanes()[lane];
    const LaneRoom& room = m_shown.rooms[lane];
    const int width = m_canvas.size.width();
    if (lane > 0) {
        m_painter.setPen(QPen(mixed(m_canvas.theme.background, m_canvas.theme.line, 0.6), 1));
        m_painter.drawLine(QPointF(0, std::round(room.top) - 0.5),
                           QPointF(width, std::round(room.top) - 0.5));
    }
    const IntervalBoxes found = visibleBoxes(shown.turns, m_canvas.scale, width);
    const QColor fill = fillOf(lane);
    for (const IntervalBoxes::Run& run : found.runs)
        m_painter.fillRect(QRectF(run.left, room.top + 1, run.right - run.left, room.height - 2), fill);
    for (const IntervalBoxes::Box& box : found.boxes) {
        const double wide = std::max(1.0, box.right - box.left - 1);
        paintTurn(lane, QRectF(box.left, room.top + 1, wide, room.height - 2), shown.numbers[box.index]);
    }
    paintBackchannels(lane);
    paintAttempts(lane);
}

void TurnLanePainter::paintTurn(std::size_t lane, const QRectF& box, std::size_t number)
{
    const Theme& theme = m_canvas.theme;
    const QColor own = colourOf(lane);
    const QColor fill = fillOf(lane);
    if (box.width() < kRounded) {
        m_painter.fillRect(box, fill);
        return;
    }
    const bool isCurrent = m_shown.current == number;
    m_painter.setRenderHint(QPainter::Antialiasing);
    QPen edge = isCurrent ? QPen(theme.accent, 2) : QPen(mixed(theme.background, own, 0.85), 1);
    if (m_shown.isEstimated)
        edge.setDashPattern({4.0 / edge.widthF(), 3.0 / edge.widthF()});
    m_painter.setPen(edge);
    m_painter.setBrush(fill);
    // What lies far outside would cost as much as what is seen.
    const double left = std::max(box.left(), -20.0),
                 right = std::min(box.right(), m_canvas.size.width() + 20.0);
    m_painter.drawRoundedRect(QRectF(left + 0.5, box.top() + 0.5, right - left - 1, box.height() - 1), 3, 3);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_shown.lanes.lanes()[lane].people.size() == 1)
        paintTurnText(lane, box, number);
}

/// The number of the turn, and its length where there is room for it.
void TurnLanePainter::paintTurnText(std::size_t lane, const QRectF& box, std::size_t number)
{
    const engine::SpeakingTurn& turn = m_shown.taken.turns[number];
    const double margin = box.width() < kWideTurn ? 3.0 : 7.0;
    double left = std::max(box.left() + margin, nameEnd(lane));
    if (number > 0) // behind the hatch of an overlap
        left = std::max(left, m_canvas.scale.x(m_shown.taken.turns[number - 1].end) + 5);
    double right = std::min(box.right(), static_cast<double>(m_canvas.size.width()));
    if (number + 1 < m_shown.taken.turns.size()) // before the hatch of the next
        right = std::min(right, m_canvas.scale.x(m_shown.taken.turns[number + 1].start));
    const double room = right - margin + 1 - left;
    const QFontMetrics metrics(m_font);
    if (room < metrics.averageCharWidth() || box.height() < metrics.height() - 3)
        return;
    const auto wide = [&](const QString& text) { return metrics.horizontalAdvance(text); };
    QString name = WhoSpeaksTrack::tr("turn %1").arg(number + 1);
    const bool isShort = wide(name) > room;
    if (isShort)
        name = QString::number(number + 1);
    if (wide(name) > room)
        return;
    m_painter.setPen(m_shown.isPale ? m_canvas.theme.muted : m_canvas.theme.text);
    m_painter.drawText(QRectF(left, box.top(), room, box.height()), Qt::AlignVCenter, name);
    const QString length = WhoSpeaksTrack::tr("%1 s").arg(shownNumber(turn.end - turn.start, 1, 'f'));
    const double behind = wide(name) + metrics.averageCharWidth() * 1.3;
    if (isShort || behind + wide(length) > room)
        return;
    m_painter.setPen(mixed(m_canvas.theme.text, fillOf(lane), 0.25));
    m_painter.drawText(QRectF(left + behind, box.top(), room - behind, box.height()), Qt::AlignVCenter,
                       length);
}

void TurnLanePainter::paintBackchannels(std::size_t lane)
{
    const TurnLane& shown = m_shown.lanes.lanes()[lane];
    const LaneRoom& room = m_shown.rooms[lane];
    const double height = std::round(room.height * kPill);
    const double top = std::round(room.middle() - height / 2) + 0.5;
    const IntervalBoxes found = visibleBoxes(shown.backchannels, m_canvas.scale, m_canvas.size.width());
    const QColor colour = mixed(colourOf(lane), m_canvas.theme.text, 0.15);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(colour, 1));
    for (const IntervalBoxes::Run& run : found.runs)
        m_painter.drawRect(QRectF(run.left + 0.5, top, std::max(1, run.right - run.left - 1), height));
    QPen dashed(colour, 1.3);
    dashed.setDashPattern({2.6, 2.0});
    const QFontMetrics metrics(m_font);
    for (const IntervalBoxes::Box& box : found.boxes) {
        const double wide = std::max(box.right - box.left, kLeastPill);
        const QRectF pill((box.left + box.right - wide) / 2, top, wide, height);
        const bool isRound = wide > kRounded;
        m_painter.setRenderHint(QPainter::Antialiasing, isRound);
        m_painter.setPen(isRound ? dashed : QPen(colour, 1));
        if (isRound)
            m_painter.drawRoundedRect(pill, height / 2, height / 2);
        else
            m_painter.drawRect(pill);
        const std::size_t stretch = shown.backchannelStretches[box.index];
        const QString said = m_shown.said.value(static_cast<qsizetype>(stretch));
        if (said.isEmpty() || metrics.horizontalAdvance(said) > wide - 8 || pill.right() < nameEnd(lane))
            continue;
        m_painter.setPen(m_canvas.theme.text);
        m_painter.drawText(pill, Qt::AlignCenter, said);
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void TurnLanePainter::paintAttempts(std::size_t lane)
{
    const LaneRoom& room = m_shown.rooms[lane];
    const double height = std::round(room.height * kPill);
    const double top = std::round(room.middle() - height / 2);
    const IntervalBoxes found
        = visibleBoxes(m_shown.lanes.lanes()[lane].attempts, m_canvas.scale, m_canvas.size.width());
    const QColor colour = mixed(colourOf(lane), m_canvas.theme.text, 0.15);
    const auto paintOne = [&](double left, double right) {
        const QRectF box(left, top, std::max(kLeastHatch, right - left), height);
        m_painter.fillRect(box, QBrush(colour, Qt::FDiagPattern));
        if (box.width() < kLeastPill)
            return;
        m_painter.setPen(QPen(colour, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    };
    for (const IntervalBoxes::Run& run : found.runs)
        paintOne(run.left, run.right);
    for (const IntervalBoxes::Box& box : found.boxes)
        paintOne(box.left, box.right);
}

/// Over both lanes, and over those between none.
void TurnLanePainter::paintOverlaps()
{
    const OverlappingSpans& overlaps = m_shown.lanes.overlaps();
    const auto [first, last] = overlaps.placesIn(m_canvas.scale.visible(m_canvas.size.width()));
    const Theme& theme = m_canvas.theme;
    QColor hatch = theme.text;
    hatch.setAlphaF(m_shown.isPale ? 0.3F : 0.7F);
    const auto hatchBox = [&](const LaneRoom& upper, const LaneRoom& lower, double left, double right) {
        const QRectF box(left, upper.top + 1, right - left - 1, lower.bottom() - upper.top - 2);
        m_painter.fillRect(box, QBrush(hatch, Qt::BDiagPattern));
        if (box.width() < kRounded)
            return;
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(hatch, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    };
    for (std::size_t place = first; place < last; ++place) {
        const double left = m_canvas.scale.x(overlaps[place].start),
                     right = m_canvas.scale.x(overlaps[place].end);
        if (right - left < kLeastHatch)
            continue; // the tick below tells of it
        const TurnOverlap& one = m_shown.lanes.overlap(place);
        const std::size_t upper = std::min(one.firstLane, one.secondLane);
        const std::size_t lower = std::max(one.firstLane, one.secondLane);
        if (lower - upper < 2) {
            hatchBox(m_shown.rooms[upper], m_shown.rooms[lower], left, right);
            continue;
        }
        for (const std::size_t lane : {upper, lower})
            hatchBox(m_shown.rooms[lane], m_shown.rooms[lane], left, right);
    }
}

void TurnLanePainter::paintTransitions()
{
    const OverlappingSpans& transitions = m_shown.lanes.transitions();
    const auto [first, last] = transitions.placesIn(m_canvas.scale.visible(m_canvas.size.width()));
    const double above = m_shown.rooms.front().top, below = m_shown.rooms.back().bottom();
    int gapPixel = -1, overlapPixel = -1; // one tick a pixel
    for (std::size_t place = first; place < last; ++place) {
        const engine::TurnTransition& one = m_shown.lanes.transition(place);
        const double at = m_canvas.scale.x(one.at);
        const bool isOverlap = one.fto < 0.0;
        int& pixel = isOverlap ? overlapPixel : gapPixel;
        if (std::exchange(pixel, static_cast<int>(std::floor(at))) != pixel) {
            const double wide = one.kind == engine::TransitionKind::Interruption ? 3.0 : 1.5;
            const QRectF tick(at - wide / 2, isOverlap ? below : above - kTurnTick, wide, kTurnTick);
            m_painter.fillRect(tick, isOverlap ? m_canvas.theme.attention : m_canvas.theme.muted);
        }
        const double from = m_canvas.scale.x(one.at - one.fto);
        if (!isOverlap && at - from >= kLeastPill)
            paintGap(one, from, at);
    }
}

/// At the edge of the lane that the floor leaves, on the side where it goes.
void TurnLanePainter::paintGap(const engine::TurnTransition& gap, double left, double right)
{
    const std::size_t from = m_shown.lanes.laneOf(gap.from), to = m_shown.lanes.laneOf(gap.to);
    const LaneRoom& room = m_shown.rooms[from];
    const double y = std::round(from < to ? room.bottom() : from > to ? room.top : room.middle()) - 0.5;
    m_painter.setPen(QPen(m_canvas.theme.muted, 1.2, Qt::DotLine));
    m_painter.drawLine(QPointF(left + 2, y), QPointF(right - 2, y));
    const QFontMetrics metrics(m_font);
    const QString text = WhoSpeaksTrack::tr("gap %1").arg(shownNumber(gap.fto, 2, 'f'));
    const double wide = metrics.horizontalAdvance(text) + 4.0;
    if (wide + 6 > right - left || m_shown.rooms.size() > 2)
        return;
    m_painter.drawText(QRectF((left + right - wide) / 2, y - metrics.height(), wide, metrics.height()),
                       Qt::AlignCenter, text);
}

double TurnLanePainter::nameEnd(std::size_t lane) const
{
    return kDiscLeft + discOf(m_shown.rooms[lane]) + 6;
}

/// The initial in a disc; of several people how many they are.
void TurnLanePainter::paintName(std::size_t lane)
{
    const std::vector<std::size_t>& people = m_shown.lanes.lanes()[lane].people;
    const LaneRoom& room = m_shown.rooms[lane];
    const Theme& theme = m_canvas.theme;
    if (people.size() > 1) {
        const QFontMetrics metrics(m_font);
        const QString text = WhoSpeaksTrack::tr("and %n more", nullptr, static_cast<int>(people.size()));
        const QRectF box(0, room.top + 1, metrics.horizontalAdvance(text) + 12, room.height - 2);
        QColor ground = theme.background;
        ground.setAlpha(210);
        m_painter.fillRect(box, ground);
        m_painter.setPen(theme.muted);
        m_painter.drawText(box.adjusted(6, 0, 0, 0), Qt::AlignVCenter, text);
        return;
    }
    const double size = discOf(room);
    const QRectF disc(kDiscLeft, room.middle() - size / 2, size, size);
    const QColor own = colourOf(lane);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.background); // a rim, where the disc lies on a turn
    m_painter.drawEllipse(disc.adjusted(-1, -1, 1, 1));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    paintInitial(m_painter, disc, m_shown.initials.value(static_cast<qsizetype>(people.front())), own);
}

}
