#include "widgets/tracks/synchrony_track.h"

#include "widgets/base/scale_number.h"
#include "widgets/timeline/ruler.h"
#include "widgets/tracks/pointer_note.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kStripPart = 0.34; ///< of the track's height
constexpr double kLeastStrip = 24.0, kGreatestStrip = 70.0; ///< pixels
constexpr double kBetween = 5.0; ///< pixels between map and strip
constexpr double kPaleStrip = 0.5;
constexpr double kCaptionFont = 0.86;
/// Points that are drawn at once: Qt's time grows with the square of what is in the same lines of pixels.
constexpr qsizetype kPieceOfLine = 24;

/// A text on a ground that lets what is below shine through.
void paintOnGround(QPainter& painter, const QRectF& box, const QString& text, const Theme& theme,
                   const QColor& pen)
{
    QColor ground = theme.background;
    ground.setAlpha(200);
    painter.fillRect(box, ground);
    painter.setPen(pen);
    painter.drawText(box, Qt::AlignCenter, text);
}

}

void SynchronyTrack::setContent(SynchronyContent content)
{
    if (m_content == content)
        return;
    m_content = std::move(content);
    m_map.forget();
    emit headChanged();
    emit changed();
}

void SynchronyTrack::setSignals(const QStringList& offered)
{
    m_signals = offered;
}

QString SynchronyTrack::subtitle() const
{
    return m_content.signal.isEmpty() ? QString() : m_content.summary();
}

QString SynchronyTrack::headTip() const
{
    const QString how
        = tr("Time × lag: orange where both go together, blue where they go against each other; in the "
             "upper half %1 comes first. What is not more than chance is pale; dots are best lags "
             "where it is. Below, the largest r of each moment; the dashed line is what 95 % of "
             "chance stays under.")
              .arg(m_content.first.isEmpty() ? tr("the first person") : m_content.first);
    return subtitle().isEmpty() ? how : subtitle() + QLatin1Char('\n') + how;
}

QRectF SynchronyTrack::stripRoom(QSize size) const
{
    const double height = std::clamp(size.height() * kStripPart, kLeastStrip, kGreatestStrip) - kBetween - 2;
    return {0, size.height() - height - 2, static_cast<double>(size.width()), height};
}

QRectF SynchronyTrack::mapRoom(QSize size) const
{
    return {0, 1, static_cast<double>(size.width()), std::max(1.0, stripRoom(size).top() - kBetween - 1)};
}

Track::Part SynchronyTrack::part(std::size_t row) const
{
    const double start = m_content.start + m_content.hop * static_cast<double>(row);
    const QString window
        = tr("%1 to %2 seconds")
              .arg(shownNumber(start, 1, 'f'), shownNumber(start + m_content.window, 1, 'f'));
    const engine::Interval span{m_content.middleOf(row) - m_content.hop / 2,
                                m_content.middleOf(row) + m_content.hop / 2};
    const std::optional<engine::LagPeak> best = m_content.bestOf(row);
    if (!best)
        return {tr("%1: no value").arg(window), span};
    const QString said = tr("%1: r %2 at %3 seconds, %4")
                             .arg(window, boundedNumber(best->r, 2), signedNumber(best->lag, 1),
                                  m_content.leaderAt(best->lag));
    return {m_content.isFound(row)            ? tr("%1, more than chance").arg(said)
                : m_content.synchrony->chance ? tr("%1, not more than chance").arg(said)
                                              : said,
            span};
}

std::optional<std::size_t> SynchronyTrack::partAt(QPointF position, const TimeScale& scale) const
{
    return m_content.rowAt(scale.seconds(position.x()));
}

double SynchronyTrack::lagAt(QPointF position, std::size_t row, int height) const
{
    const QRectF room = mapRoom({1, height});
    if (position.y() <= room.bottom())
        return m_content.synchrony
            ->lags[SynchronyMap::columnAt(position.y(), m_content.synchrony->matrix.columns, room)];
    const std::optional<engine::LagPeak> best = m_content.bestOf(row);
    return best ? best->lag : 0.0;
}

bool SynchronyTrack::press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers)
{
    const std::optional<std::size_t> row = partAt(position, scale);
    if (!row)
        return false;
    const double start = m_content.start + m_content.hop * static_cast<double>(*row);
    emit rowChosen(start, start + m_content.window, lagAt(position, *row, height()));
    return true;
}

QString SynchronyTrack::textAt(QPointF position, int height, const TimeScale& scale) const
{
    const std::optional<std::size_t> row = partAt(position, scale);
    if (!row)
        return {};
    const QRectF room = mapRoom({1, height});
    const QString time = rulerLabel(m_content.middleOf(*row), 0.1);
    double r = m_content.synchrony->strip[*row];
    double lag = lagAt(position, *row, height);
    if (position.y() <= room.bottom())
        r = m_content.synchrony->matrix.at(
            *row, SynchronyMap::columnAt(position.y(), m_content.synchrony->matrix.columns, room));
    if (std::isnan(r))
        return tr("%1 · lag %2 s · no value").arg(time, signedNumber(lag, 1));
    const QString text = tr("%1 · lag %2 s · r %3").arg(time, signedNumber(lag, 1), boundedNumber(r, 2));
    const auto& chance = m_content.synchrony->chance;
    return chance && *row < chance->qRows.size() && !std::isnan(chance->qRows[*row])
        ? tr("%1 · q %2").arg(text, chanceNumber(chance->qRows[*row]))
        : text;
}

void SynchronyTrack::paint(TrackCanvas& canvas) const
{
    if (m_content.rows() == 0) {
        paintNothing(canvas);
        return;
    }
    const QRectF map = mapRoom(canvas.size);
    m_map.paint(canvas, m_content, map);
    const double zero = std::round(SynchronyMap::yOf(0.0, m_content.synchrony->lags, map)) + 0.5;
    canvas.painter.setPen(QPen(canvas.theme.muted, 1, Qt::DotLine));
    canvas.painter.drawLine(QPointF(0, zero), QPointF(canvas.size.width(), zero));
    paintStrip(canvas, stripRoom(canvas.size));
    paintTexts(canvas, map);
    if (canvas.pointer)
        paintPointerNote(
            canvas,
            textAt({canvas.scale.x(*canvas.pointer), canvas.pointerY}, canvas.size.height(), canvas.scale),
            canvas.theme.accent);
}

/// The largest r of each row in sight; what chance reaches is grey.
void SynchronyTrack::paintStrip(TrackCanvas& canvas, const QRectF& room) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const engine::Synchrony& shown = *m_content.synchrony;
    const auto yOf = [&](double r) { return room.bottom() - std::clamp(r, 0.0, 1.0) * room.height(); };
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(0, room.bottom() + 0.5), QPointF(room.width(), room.bottom() + 0.5));
    if (shown.chance && shown.chance->strip95) {
        const double left = std::max(0.0, canvas.scale.x(m_content.middleOf(0)));
        const double right = std::min(room.width(), canvas.scale.x(m_content.middleOf(m_content.rows() - 1)));
        const double y = std::round(yOf(*shown.chance->strip95)) + 0.5;
        if (right > left) {
            painter.fillRect(QRectF(QPointF(left, y), QPointF(right, room.bottom())),
                             mixed(theme.background, theme.muted, 0.3));
            painter.setPen(QPen(theme.muted, 1, Qt::DashLine));
            painter.drawLine(QPointF(left, y), QPointF(right, y));
        }
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isPale = !shown.chance || m_content.isComputing;
    painter.setPen(QPen(isPale ? mixed(theme.background, theme.accent, kPaleStrip) : theme.accent, 1.8));
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    const auto rowBefore = static_cast<std::size_t>(
        std::max(0.0, std::floor((visible.start - m_content.middleOf(0)) / m_content.hop)));
    QPolygonF line;
    for (std::size_t row = rowBefore; row < shown.strip.size(); ++row) {
        const double r = shown.strip[row];
        const QPointF point(canvas.scale.x(m_content.middleOf(row)), yOf(r));
        if (!std::isnan(r))
            line << point;
        if (std::isnan(r) || line.size() >= kPieceOfLine) { // the next piece begins where this one ends
            painter.drawPolyline(line);
            line.clear();
            if (!std::isnan(r))
                line << point;
        }
        if (point.x() > room.width())
            break;
    }
    painter.drawPolyline(line);
    painter.restore();
}

/// Who follows in which half, and what the map comes down to.
void SynchronyTrack::paintTexts(TrackCanvas& canvas, const QRectF& room) const
{
    QPainter& painter = canvas.painter;
    painter.save();
    QFont small = painter.font();
    small.setPointSizeF(small.pointSizeF() * kCaptionFont);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const double line = metrics.height() + 1;
    double taken = 0.0; // by the names, from the left
    if (room.height() > 2.5 * line) {
        const double lag = m_content.synchrony->lags.back();
        const auto halfName = [&](double end, const QString& who, double top) {
            const QString text
                = tr("%1 s: %2 follows").arg(signedNumber(end, end == std::round(end) ? 0 : 1), who);
            const double wide = metrics.horizontalAdvance(text) + 10.0;
            paintOnGround(painter, QRectF(4, top, wide, line), text, canvas.theme, canvas.theme.text);
            taken = std::max(taken, wide + 4);
        };
        halfName(lag, m_content.second, room.top() + 2);
        halfName(-lag, m_content.first, room.bottom() - line - 2);
    }
    const QString text = m_content.summary();
    const double wide = metrics.horizontalAdvance(text) + 12.0;
    if (taken + 20 + wide < room.width())
        paintOnGround(painter, QRectF(room.right() - wide - 4, room.top() + 2, wide, line), text,
                      canvas.theme, canvas.theme.text);
    painter.restore();
}

/// Hatched; says why there is no map.
void SynchronyTrack::paintNothing(TrackCanvas& canvas) const
{
    canvas.painter.fillRect(mapRoom(canvas.size), QBrush(canvas.theme.line, Qt::BDiagPattern));
    if (m_content.signal.isEmpty())
        return;
    const QString text = m_content.summary();
    const double wide = QFontMetrics(canvas.painter.font()).horizontalAdvance(text) + 14.0;
    const double height = QFontMetrics(canvas.painter.font()).height() + 6.0;
    paintOnGround(canvas.painter, QRectF(8, (canvas.size.height() - height) / 2, wide, height), text,
                  canvas.theme, canvas.theme.muted);
}

}
