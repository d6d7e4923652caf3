#include "widgets/tracks/faces_track.h"

#include "widgets/base/scale_number.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace widgets {

namespace {

constexpr double kNameSize = 0.85; // of the ordinary size
constexpr int kLanesMargin = 3; // pixels above and below all lanes
constexpr int kFaceLane = 24; // that a lane asks for
constexpr int kLeastFaceLane = 13; // from which on a name can be read
constexpr std::size_t kMostLanes = 8; // that ask for height; more have to be given room by hand
constexpr double kGapOfSights = 0.35; // seconds from which on the line of the mouth breaks

void fillSeen(TrackCanvas& canvas, const std::vector<engine::Interval>& spans, const QRect& place,
              const QColor& colour)
{
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    auto span = std::ranges::lower_bound(spans, visible.start, {}, &engine::Interval::end);
    for (; span != spans.end() && span->start < visible.end; ++span) {
        const double left = std::max(-1.0, canvas.scale.x(span->start));
        const double right = std::min(canvas.size.width() + 1.0, canvas.scale.x(span->end));
        canvas.painter.fillRect(QRectF(left, place.top(), std::max(1.0, right - left), place.height()),
                                colour);
    }
}

double secondsIn(const std::vector<engine::Interval>& spans)
{
    double seconds = 0.0;
    for (const engine::Interval& span : spans)
        seconds += span.length();
    return seconds;
}

/// At the left of a lane, over what is painted there.
void paintFaceName(TrackCanvas& canvas, const QString& name, const QColor& colour, const QRect& place)
{
    QPainter& painter = canvas.painter;
    const QFontMetrics metrics(painter.font());
    const int height = std::min(place.height() - 2, metrics.height() + 2);
    const int dot = std::max(4, height / 2 - 1);
    const QString shown = metrics.elidedText(name, Qt::ElideRight, std::max(40, canvas.size.width() / 4));
    const QRect plate(4, place.top() + (place.height() - height) / 2,
                      metrics.horizontalAdvance(shown) + dot + 18, height);
    QColor ground = canvas.theme.panel;
    ground.setAlpha(225);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, height / 2.0, height / 2.0);
    painter.setBrush(colour);
    painter.drawEllipse(QRect(plate.left() + 6, plate.top() + (height - dot) / 2, dot, dot));
    painter.setPen(canvas.theme.text);
    painter.drawText(plate.adjusted(dot + 11, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

}

/// The rarest values are slips of the landmarks.
FacesTrack::Extent FacesTrack::extentOf(std::vector<float> values)
{
    if (values.empty())
        return {};
    const auto part = [&](double share) {
        const auto at = values.begin()
            + static_cast<std::ptrdiff_t>(std::floor(share * static_cast<double>(values.size() - 1)));
        std::nth_element(values.begin(), at, values.end());
        return *at;
    };
    Extent extent;
    extent.least = part(0.02);
    extent.greatest = part(0.98);
    if (!(extent.greatest > extent.least))
        extent.greatest = extent.least + 1.0F;
    return extent;
}

void FacesTrack::setLanes(std::vector<Lane> lanes)
{
    if (lanes == m_lanes)
        return;
    const int before = minimumHeight();
    m_lanes = std::move(lanes);
    m_extents.clear();
    for (const Lane& lane : m_lanes)
        m_extents.push_back(extentOf(lane.mouth));
    if (before != minimumHeight())
        emit minimumHeightChanged();
    emit headChanged();
    emit changed();
}

QString FacesTrack::subtitle() const
{
    if (m_lanes.empty())
        return tr("nobody is seen");
    const QString people = tr("%n person(s)", nullptr, static_cast<int>(m_lanes.size()));
    const std::size_t shown = shownLanes(height());
    return shown < m_lanes.size() ? tr("%1, %2 are shown").arg(people).arg(shown)
                                  : tr("%1 · mouth opening").arg(people);
}

QString FacesTrack::headTip() const
{
    return tr(
        "Where each person is seen; darker, with a bar below, where they speak. The line is how far the "
        "mouth is open. A right click on a person says who they are, and who speaks.");
}

int FacesTrack::minimumHeight() const
{
    const std::size_t lanes = std::clamp<std::size_t>(m_lanes.size(), 1, kMostLanes);
    return std::max(36, static_cast<int>(lanes) * kFaceLane + 2 * kLanesMargin + 1);
}

/// All of them before the first layout.
std::size_t FacesTrack::shownLanes(int trackHeight) const
{
    if (trackHeight <= 0)
        return m_lanes.size();
    return std::min(m_lanes.size(),
                    static_cast<std::size_t>(std::max(1, (trackHeight - 2 * kLanesMargin) / kLeastFaceLane)));
}

QRect FacesTrack::placeOf(std::size_t lane, QSize track) const
{
    const auto count = static_cast<int>(shownLanes(track.height()));
    const int room = track.height() - 2 * kLanesMargin;
    const int top = kLanesMargin + room * static_cast<int>(lane) / count;
    const int end = kLanesMargin + room * (static_cast<int>(lane) + 1) / count;
    return {0, top, track.width(), end - top - 1};
}

void FacesTrack::paint(TrackCanvas& canvas) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const QFont ordinary = painter.font();
    QFont small = ordinary;
    small.setPointSizeF(ordinary.pointSizeF() * kNameSize);
    painter.setFont(small);
    for (std::size_t i = 0; i < shownLanes(canvas.size.height()); ++i) {
        const Lane& lane = m_lanes[i];
        const QRect place = placeOf(i, canvas.size);
        const QColor colour = theme.trackColour(lane.colour);
        painter.setRenderHint(QPainter::Antialiasing, false);
        fillSeen(canvas, lane.seen, place, mixed(theme.background, colour, theme.isDark() ? 0.18 : 0.16));
        fillSeen(canvas, lane.speaking, place, mixed(theme.background, colour, theme.isDark() ? 0.42 : 0.38));
        fillSeen(canvas, lane.speaking, QRect(place.left(), place.bottom() - 1, place.width(), 2), colour);
        painter.setRenderHint(QPainter::Antialiasing);
        paintMouth(canvas, lane, m_extents[i], place.adjusted(0, 3, 0, -4));
        paintFaceName(canvas, lane.name, colour, place);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(ordinary);
}

/// Of the openings on one pixel the least and the greatest.
void FacesTrack::paintMouth(TrackCanvas& canvas, const Lane& lane, const Extent& extent,
                            const QRect& place) const
{
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    const auto first = std::ranges::lower_bound(lane.times, visible.start);
    auto at = static_cast<std::size_t>(first - lane.times.begin());
    at -= at > 0 ? 1 : 0;
    const auto y = [&](float value) {
        const float part = std::clamp((value - extent.least) / (extent.greatest - extent.least), 0.0F, 1.0F);
        return place.bottom() - static_cast<double>(part) * place.height();
    };
    QPainterPath path;
    double before = -std::numeric_limits<double>::infinity();
    while (at < lane.times.size()) {
        const double time = lane.times[at];
        const double x = canvas.scale.x(time);
        float least = lane.mouth[at];
        float greatest = least;
        double last = time;
        for (++at; at < lane.times.size() && canvas.scale.x(lane.times[at]) < x + 1.0; ++at) {
            least = std::min(least, lane.mouth[at]);
            greatest = std::max(greatest, lane.mouth[at]);
            last = lane.times[at];
        }
        if (time - before > kGapOfSights)
            path.moveTo(x, y(least));
        else
            path.lineTo(x, y(least));
        if (greatest > least)
            path.lineTo(x, y(greatest));
        before = last;
        if (time > visible.end)
            break;
    }
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.setPen(QPen(canvas.theme.trackColour(lane.colour), 1.3));
    canvas.painter.drawPath(path);
}

Track::Part FacesTrack::part(std::size_t person) const
{
    const Lane& lane = m_lanes.at(person);
    const auto seconds
        = [](const std::vector<engine::Interval>& spans) { return shownNumber(secondsIn(spans), 1, 'f'); };
    Part part;
    part.name = lane.speaking.empty() ? tr("%1 is seen for %2 s").arg(lane.name, seconds(lane.seen))
                                      : tr("%1 is seen for %2 s and speaks for %3 s")
                                            .arg(lane.name, seconds(lane.seen), seconds(lane.speaking));
    if (!lane.seen.empty())
        part.span = {lane.seen.front().start, lane.seen.back().end};
    return part;
}

std::optional<std::size_t> FacesTrack::partAt(QPointF position, const TimeScale&) const
{
    for (std::size_t i = 0; i < shownLanes(height()); ++i) {
        const QRect place = placeOf(i, {1, height()});
        if (position.y() >= place.top() && position.y() < place.bottom() + 2)
            return i;
    }
    return std::nullopt;
}

}
