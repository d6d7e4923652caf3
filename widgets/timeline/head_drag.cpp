#include "widgets/timeline/head_drag.h"

#include "widgets/timeline/track_order.h"

#include <QApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

namespace {

constexpr int kReach = 4; // pixels around the border between two heads
constexpr int kLeastHeight = 18;
constexpr double kPassed = 40.0; // pixels of what is high that are passed, if its half is not less
constexpr double kLargePart = 0.6; // of the area: what an enlarged track takes

}

HeadDrag::HeadDrag(const TrackRows& rows, QObject* parent) : QObject(parent), m_rows(rows) { }

/// The row whose lower border is here.
std::optional<TrackRow> HeadDrag::borderAt(int y) const
{
    for (const TrackRow& row : m_rows.rows()) {
        const auto floating = m_rows.floating();
        const bool isCovered = floating && floating->track != row.track && row.end() > floating->top
            && row.end() <= floating->end();
        if (m_rows.isInSight(y) && std::abs(y - row.end()) <= kReach && !isCovered)
            return row;
    }
    return std::nullopt;
}

std::optional<HeadDrag::SignHere> HeadDrag::signHere(QPointF position) const
{
    const auto row = m_rows.rowAt(static_cast<int>(position.y()));
    const auto sign = row ? signAt(*row, position) : std::nullopt;
    return sign ? std::optional(SignHere{row->track, *sign}) : std::nullopt;
}

QString HeadDrag::tip(QPointF position) const
{
    const auto here = signHere(position);
    if (here)
        return tipOf(here->sign, m_rows, *here->track);
    const auto row = m_rows.rowAt(static_cast<int>(position.y()));
    return row && row->track ? row->track->headTip() : QString();
}

bool HeadDrag::enlarge(QPointF position, int areaHeight)
{
    const int y = static_cast<int>(position.y());
    const auto row = m_rows.rowAt(y);
    if (!row || borderAt(y) || signHere(position))
        return false;
    const int large = static_cast<int>(areaHeight * kLargePart);
    TrackPlace place = shownPlace(m_rows, *row->track);
    if (place.height >= large || m_heightsBefore.contains(place.key)) {
        place.height = m_heightsBefore.take(place.key);
    } else {
        m_heightsBefore.insert(place.key, place.height);
        place.height = std::max(large, row->height);
    }
    emit layoutWished(with(m_rows.completeLayout(), place), tr("height of %1").arg(row->track->title()));
    emit released();
    return true;
}

Qt::CursorShape HeadDrag::cursor(QPointF position) const
{
    if (signHere(position))
        return Qt::PointingHandCursor;
    return borderAt(static_cast<int>(position.y())) ? Qt::SplitVCursor : Qt::ArrowCursor;
}

void HeadDrag::press(QPointF position)
{
    if (const auto here = signHere(position)) {
        if (here->sign == HeadSign::Lock && here->track->answers() != Track::Answers::None) {
            if (here->track->answers() != Track::Answers::InPass)
                emit here->track->answersLockWished();
            return;
        }
        const LayoutWish wish = wishOf(here->sign, m_rows, *here->track);
        emit layoutWished(wish.layout, wish.what);
        emit released(); // each click is a step of its own
        return;
    }
    const int y = static_cast<int>(position.y());
    const auto border = borderAt(y);
    const auto row = border ? border : m_rows.rowAt(y);
    if (!row)
        return;
    m_kind = border ? Kind::Resize : Kind::Reorder;
    m_track = row->track;
    m_pressed = position;
    m_pressedHeight = row->height;
    if (!border)
        emit pressed(row->track);
}

void HeadDrag::move(QPointF position)
{
    if (!m_track)
        return;
    if (m_kind == Kind::Resize)
        resize(position);
    else
        reorder(position);
}

void HeadDrag::release()
{
    if (isActive())
        emit released();
    if (std::exchange(m_hasMoved, false) && m_track)
        emit moved(m_track);
    m_kind = Kind::None;
    m_track = nullptr;
}

void HeadDrag::resize(QPointF position)
{
    TrackPlace place = m_rows.placeOf(m_track);
    place.height = std::max(kLeastHeight, m_pressedHeight + static_cast<int>(position.y() - m_pressed.y()));
    emit layoutWished(with(m_rows.completeLayout(), place), tr("height of %1").arg(m_track->title()));
}

void HeadDrag::reorder(QPointF position)
{
    if (std::abs(position.y() - m_pressed.y()) < QApplication::startDragDistance())
        return;
    const auto own = m_rows.indexOf(m_track);
    const auto over = m_rows.rowAt(static_cast<int>(position.y()));
    const auto there = own && over ? m_rows.passed(*own, *m_rows.indexOf(over->track)) : std::nullopt;
    if (!there)
        return;
    // It changes places with rows once it is past their middle, or well in them where they are high, and only
    // in the direction of the mouse, so that it does not jump to and fro.
    const bool down = *own < there->first;
    const int top = m_rows.rows()[there->first].top;
    const int end = m_rows.rows()[there->last].end();
    const double passed = std::min(kPassed, (end - top) / 2.0);
    if (down ? position.y() <= std::max(m_pressed.y(), top + passed)
             : position.y() >= std::min(m_pressed.y(), end - passed))
        return;
    m_pressed = position;
    m_hasMoved = true;
    const QString before = m_rows.keyAt(down ? there->last + 1 : there->first);
    emit layoutWished(widgets::moved(m_rows.completeLayout(), m_track->objectName(), before),
                      tr("move %1").arg(m_track->title()));
}

}
