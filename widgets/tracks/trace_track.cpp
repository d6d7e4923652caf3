#include "widgets/tracks/trace_track.h"

#include "widgets/base/scale_number.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kMargin = 4.0; // pixels above and below the scale

}

void TraceTrack::setContent(Content content)
{
    m_content = std::move(content);
    emit headChanged();
}

QString TraceTrack::subtitle() const
{
    const QString rate = tr("%1 Hz · %2…%3")
                             .arg(shownNumber(m_content.rate, 4), shownNumber(m_content.least, 3),
                                  shownNumber(m_content.greatest, 3));
    return m_content.subtitle.isEmpty() ? rate : QStringLiteral("%1 · %2").arg(m_content.subtitle, rate);
}

QColor TraceTrack::colour(const Theme& theme) const
{
    return m_content.colour.isValid() ? m_content.colour : theme.accent;
}

engine::Interval TraceTrack::spanOf(const Piece& piece) const
{
    return {piece.start, piece.start + static_cast<double>(piece.values.size()) / m_content.rate};
}

double TraceTrack::y(double value, int height) const
{
    const double part = (value - m_content.least) / (m_content.greatest - m_content.least);
    return kMargin + (1.0 - part) * (height - 2 * kMargin);
}

void TraceTrack::paint(TrackCanvas& canvas) const
{
    QPainter& painter = canvas.painter;
    const double middle = y((m_content.least + m_content.greatest) / 2, canvas.size.height());
    painter.setPen(QPen(canvas.theme.line, 1, Qt::DashLine));
    painter.drawLine(QPointF(0, middle), QPointF(canvas.size.width(), middle));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Piece& piece : m_content.pieces)
        paintPiece(canvas, piece);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintValue(canvas);
}

/// Of the values on one pixel the least and the greatest, so that no peak is lost.
void TraceTrack::paintPiece(TrackCanvas& canvas, const Piece& piece) const
{
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    const auto count = static_cast<std::ptrdiff_t>(piece.values.size());
    const auto indexAt = [&](double seconds) {
        return std::clamp(static_cast<std::ptrdiff_t>(std::floor((seconds - piece.start) * m_content.rate)),
                          std::ptrdiff_t{0}, count);
    };
    const std::ptrdiff_t last = std::min(count, indexAt(visible.end) + 2);
    const double perPixel = m_content.rate / canvas.scale.pixelsPerSecond;
    QPainterPath path;
    bool isDrawing = false;
    for (std::ptrdiff_t i = std::max(std::ptrdiff_t{0}, indexAt(visible.start) - 1); i < last;) {
        const auto next
            = std::min(last, i + std::max(std::ptrdiff_t{1}, static_cast<std::ptrdiff_t>(perPixel)));
        const double x = canvas.scale.x(piece.start + (static_cast<double>(i) + 0.5) / m_content.rate);
        float least = piece.values[static_cast<std::size_t>(i)];
        float greatest = least;
        for (auto k = i + 1; k < next; ++k) {
            const float value = piece.values[static_cast<std::size_t>(k)];
            least = std::fmin(least, value);
            greatest = std::fmax(greatest, value);
        }
        i = next;
        if (std::isnan(least)) { // nobody rated here
            isDrawing = false;
            continue;
        }
        const QPointF low(x, y(static_cast<double>(least), canvas.size.height()));
        if (isDrawing)
            path.lineTo(low);
        else
            path.moveTo(low);
        isDrawing = true;
        if (greatest > least)
            path.lineTo(x, y(static_cast<double>(greatest), canvas.size.height()));
    }
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.setPen(QPen(shownColour(canvas.theme), 1.5));
    canvas.painter.drawPath(path);
}

void TraceTrack::paintValue(TrackCanvas& canvas) const
{
    if (!canvas.pointer)
        return;
    for (const Piece& piece : m_content.pieces) {
        const double at = (*canvas.pointer - piece.start) * m_content.rate;
        if (at < 0 || at >= static_cast<double>(piece.values.size()))
            continue;
        const float value = piece.values[static_cast<std::size_t>(at)];
        if (std::isnan(value))
            continue;
        canvas.painter.setPen(canvas.theme.text);
        canvas.painter.drawText(QPointF(canvas.scale.x(*canvas.pointer) + 8, kMargin + 12),
                                signedNumber(static_cast<double>(value), 2));
    }
}

/// The mouse stays the timeline's, which seeks there.
bool TraceTrack::press(QPointF, const TimeScale&, Qt::KeyboardModifiers)
{
    emit pressed();
    return false;
}

Track::Part TraceTrack::part(std::size_t index) const
{
    const Piece& piece = m_content.pieces.at(index);
    const engine::Interval span = spanOf(piece);
    return {tr("%n value(s), %1 to %2 seconds", nullptr, static_cast<int>(piece.values.size()))
                .arg(shownNumber(span.start, 2, 'f'))
                .arg(shownNumber(span.end, 2, 'f')),
            span, false, false};
}

}
