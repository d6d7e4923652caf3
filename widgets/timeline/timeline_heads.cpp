// The heads at the left of the timeline: their heights, order and menu.
#include "widgets/base/icons.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/timeline/track_order.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kReach = 4; // pixels around the border between two heads
constexpr int kLeastHeight = 18;

}

/// The row whose lower border is here.
const TimelineView::Row* TimelineView::borderAt(int y) const
{
    for (const Row& row : m_rows) {
        if (std::abs(y - (row.top + row.height)) <= kReach)
            return &row;
    }
    return nullptr;
}

void TimelineView::paintHead(QPainter& painter, const Row& row) const
{
    const Theme& theme = themeOf(palette());
    const QRect head(0, row.top, kHeadWidth - 1, row.height - 1);
    painter.save();
    painter.setClipRect(head);
    painter.fillRect(head, m_active == row.track ? mixed(theme.panel, theme.accent, 0.16) : theme.panel);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(row.track->shownColour(theme));
    const int barHeight = std::min(head.height() - 8, std::max(14, head.height() * 6 / 10));
    painter.drawRoundedRect(QRectF(10, head.center().y() - barHeight / 2.0 + 0.5, 3, barHeight), 1.5, 1.5);

    QFont title = font();
    title.setWeight(QFont::DemiBold);
    QFont subtitle = font();
    subtitle.setPointSizeF(subtitle.pointSizeF() * 0.85);
    const QString below = row.track->subtitle();
    const int titleHeight = QFontMetrics(title).height();
    const int subtitleHeight = QFontMetrics(subtitle).height();
    const bool two = !below.isEmpty() && head.height() >= titleHeight + subtitleHeight + 2;
    const int textTop = head.top() + (head.height() - titleHeight - (two ? subtitleHeight : 0)) / 2;
    const bool isSolo = placeOf(row.track, m_layout).solo;
    const int signs = paintHeadSigns(painter, head, row.track->isLocked(), isSolo);
    const int textWidth = kHeadWidth - 30 - signs;
    painter.setFont(title);
    painter.setPen(theme.text);
    painter.drawText(QRect(22, textTop, textWidth, titleHeight), Qt::AlignVCenter,
                     QFontMetrics(title).elidedText(row.track->title(), Qt::ElideRight, textWidth));
    if (two) {
        painter.setFont(subtitle);
        painter.setPen(theme.muted);
        painter.drawText(QRect(22, textTop + titleHeight, textWidth, subtitleHeight), Qt::AlignVCenter,
                         QFontMetrics(subtitle).elidedText(below, Qt::ElideRight, textWidth));
    }
    painter.restore();
}

/// A lock, and that only this track is shown, at the right. @return the pixels that they take
int TimelineView::paintHeadSigns(QPainter& painter, const QRect& head, bool locked, bool solo) const
{
    const Theme& theme = themeOf(palette());
    const int size = fontMetrics().height();
    int right = head.right() - 8;
    if (locked) {
        icon(QStringLiteral("lock"), theme.muted)
            .paint(&painter, QRect(right - size, head.center().y() - size / 2, size, size));
        right -= size + 4;
    }
    if (solo) {
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter.setFont(small);
        const QString text = tr("solo");
        const int wide = QFontMetrics(small).horizontalAdvance(text) + 10;
        const QRectF chip(right - wide, head.center().y() - size / 2.0, wide, size);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(chip, 4, 4);
        painter.setPen(theme.onAccent);
        painter.drawText(chip, Qt::AlignCenter, text);
        right -= wide + 4;
    }
    return head.right() - 8 - right;
}

void TimelineView::pressHead(QPointF position)
{
    const int y = static_cast<int>(position.y());
    const Row* border = borderAt(y);
    const Row* row = border ? border : rowAt(y);
    if (!row)
        return;
    m_gesture = border ? Gesture::Resize : Gesture::Reorder;
    m_gestureTrack = row->track;
    m_pressedHeight = row->height;
}

void TimelineView::moveHead(QPointF position)
{
    if (!m_gestureTrack)
        return;
    const TrackLayout all = completed(m_tracks, m_layout);
    const QString key = m_gestureTrack->objectName();
    if (m_gesture == Gesture::Resize) {
        TrackPlace place = placeOf(m_gestureTrack, m_layout);
        place.height
            = std::max(kLeastHeight, m_pressedHeight + static_cast<int>(position.y() - m_pressed.y()));
        emit layoutWished(with(all, place), tr("height of %1").arg(m_gestureTrack->title()), true);
        return;
    }
    if (std::abs(position.y() - m_pressed.y()) < QApplication::startDragDistance())
        return;
    const Row* over = rowAt(static_cast<int>(position.y()));
    if (!over || over->track == m_gestureTrack)
        return;
    // Going down, it changes places with a row once it is past its middle, so that it does not jump to and
    // fro.
    const bool down = areaOf(m_gestureTrack).top() < over->top;
    const bool past = down ? position.y() > over->top + over->height / 2.0
                           : position.y() < over->top + over->height / 2.0;
    if (!past)
        return;
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& r) { return &r == over; });
    const auto before = down ? row + 1 : row;
    emit layoutWished(moved(all, key, before == m_rows.end() ? QString() : before->track->objectName()),
                      tr("move %1").arg(m_gestureTrack->title()), true);
}

void TimelineView::hoverHead(QPointF position)
{
    setCursor(borderAt(static_cast<int>(position.y())) ? Qt::SplitVCursor : Qt::ArrowCursor);
}

}
