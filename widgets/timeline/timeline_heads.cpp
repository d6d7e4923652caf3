// The heads at the left of the timeline: their heights, order and menu.
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
    painter.setBrush(row.track->colour(theme));
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
    const int textWidth = kHeadWidth - 30;
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

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->pos().x() >= trackArea().left())
        return;
    const Row* row = rowAt(event->pos().y());
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("headMenu"));
    fillHeadMenu(menu, row ? row->track.data() : nullptr);
    menu.exec(event->globalPos());
}

void TimelineView::fillHeadMenu(QMenu& menu, Track* track)
{
    const TrackLayout all = completed(m_tracks, m_layout);
    const auto add = [&](const QString& text, const TrackLayout& layout, const QString& name) {
        QAction* action = menu.addAction(text);
        connect(action, &QAction::triggered, this,
                [this, layout, name] { emit layoutWished(layout, name, false); });
        return action;
    };
    const auto row
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& r) { return r.track == track; });
    if (row != m_rows.end()) {
        TrackPlace place = placeOf(track, m_layout);
        place.hidden = true;
        add(tr("&Hide %1").arg(track->title()), with(all, place), tr("hide %1").arg(track->title()));
        if (row != m_rows.begin())
            add(tr("Move &up"), moved(all, place.key, (row - 1)->track->objectName()),
                tr("move %1").arg(track->title()));
        if (row + 1 != m_rows.end())
            add(tr("Move &down"),
                moved(all, place.key, row + 2 == m_rows.end() ? QString() : (row + 2)->track->objectName()),
                tr("move %1").arg(track->title()));
        place.hidden = false;
        if (std::exchange(place.height, 0) != 0)
            add(tr("&Automatic height"), with(all, place), tr("height of %1").arg(track->title()));
        menu.addSeparator();
    }
    for (const Track* hidden : m_tracks) {
        TrackPlace place = placeOf(hidden, m_layout);
        if (std::exchange(place.hidden, false) && hidden->isVisible())
            add(tr("&Show %1").arg(hidden->title()), with(all, place), tr("show %1").arg(hidden->title()));
    }
    if (!m_layout.empty())
        add(tr("&All tracks as they were at first"), {}, tr("tracks as they were at first"));
}

void TimelineView::fillTrackMenu(QMenu& menu)
{
    for (const Row& row : m_rows)
        fillHeadMenu(*menu.addMenu(row.track->title()), row.track);
    menu.addSeparator();
    fillHeadMenu(menu, nullptr);
}

}
