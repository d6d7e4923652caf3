#include "widgets/tracks/draft_track.h"

#include "widgets/base/scale_number.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kTop = 3.0, kBar = 3.0; // pixels
constexpr double kLeastDraftText = 34.0;

QString percent(double confidence)
{
    return QStringLiteral("%1 %").arg(static_cast<int>(std::lround(confidence * 100.0)));
}

}

void DraftTrack::setContent(Content content)
{
    m_content = std::move(content);
    emit headChanged();
    emit changed();
}

void DraftTrack::paint(TrackCanvas& canvas) const
{
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    const auto first = std::ranges::partition_point(
        m_content.pieces, [&](const Piece& piece) { return piece.span.end < visible.start; });
    for (auto piece = first; piece != m_content.pieces.end() && piece->span.start <= visible.end; ++piece)
        paintPiece(canvas, *piece);
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

void DraftTrack::paintPiece(TrackCanvas& canvas, const Piece& piece) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const bool isSure = piece.confidence >= m_content.threshold;
    const QColor own = isSure ? shownColour(theme) : theme.language;
    const double left = canvas.scale.x(piece.span.start), right = canvas.scale.x(piece.span.end);
    const QRectF box(left + 0.5, kTop + 0.5, std::max(1.0, right - left - 1),
                     canvas.size.height() - 2 * kTop);
    painter.setPen(QPen(own, 1, Qt::DashLine));
    QColor inside = own;
    inside.setAlphaF(0.08F);
    painter.setBrush(inside);
    painter.drawRoundedRect(box, 4, 4);
    if (!piece.samples.empty())
        paintSamples(canvas, piece);
    const QRectF bar(box.left() + 3, box.bottom() - kBar - 2, std::max(0.0, box.width() - 6), kBar);
    painter.fillRect(bar, theme.line);
    painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * piece.confidence, bar.height()), own);
    if (box.width() < kLeastDraftText)
        return;
    const double start = std::max(box.left(), 0.0) + 6; // in sight where the box begins left of the view
    const QRectF room(start, box.top(), box.right() - start - 5, box.height() - kBar - 3);
    const QString sure = percent(piece.confidence);
    const double sureWidth = painter.fontMetrics().horizontalAdvance(sure) + 6;
    const bool hasBoth = room.width() > sureWidth + 20 || piece.text.isEmpty();
    if (hasBoth) {
        painter.setPen(isSure ? theme.muted : own);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, sure);
    }
    painter.setPen(theme.text);
    const double width = room.width() - (hasBoth ? sureWidth : 0.0);
    painter.drawText(QRectF(room.left(), room.top(), width, room.height()), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(piece.text, Qt::ElideRight, static_cast<int>(width)));
}

void DraftTrack::paintSamples(TrackCanvas& canvas, const Piece& piece) const
{
    const double room = canvas.size.height() - 2 * kTop - kBar - 6;
    const auto count = static_cast<double>(piece.samples.size());
    QPainterPath path;
    for (std::size_t i = 0; i < piece.samples.size(); ++i) {
        const double part = (static_cast<double>(piece.samples[i]) - m_content.least)
            / std::max(m_content.greatest - m_content.least, 1e-9);
        const QPointF point(
            canvas.scale.x(piece.span.start + piece.span.length() * (static_cast<double>(i) + 0.5) / count),
            kTop + 2 + (1.0 - part) * room);
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    QPen pen = canvas.painter.pen();
    pen.setWidthF(1.5);
    canvas.painter.setPen(pen);
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.drawPath(path);
}

Track::Part DraftTrack::part(std::size_t piece) const
{
    const Piece& one = m_content.pieces.at(piece);
    return {tr("Suggestion %1 of %2, %3 to %4 seconds: %5, sure to %6")
                .arg(piece + 1)
                .arg(m_content.pieces.size())
                .arg(shownNumber(one.span.start, 2, 'f'), shownNumber(one.span.end, 2, 'f'), one.text,
                     percent(one.confidence)),
            one.span, false, false};
}

std::optional<std::size_t> DraftTrack::partAt(QPointF position, const TimeScale& scale) const
{
    for (std::size_t i = 0; i < m_content.pieces.size(); ++i) {
        const engine::Interval span = m_content.pieces[i].span;
        if (position.x() >= scale.x(span.start) && position.x() < scale.x(span.end))
            return i;
    }
    return std::nullopt;
}

bool DraftTrack::press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers)
{
    if (const auto piece = partAt(position, scale))
        emit pressed(*piece);
    return false; // the click goes on to the place in time
}

}
