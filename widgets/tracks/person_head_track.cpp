#include "widgets/tracks/person_head_track.h"


namespace widgets {

namespace {

constexpr double kTint = 0.16; // of the person's colour in the background
constexpr int kHeadMargin = 8; // pixels

}

void PersonHeadTrack::setContent(const Content& content)
{
    if (m_content == content)
        return;
    m_content = content;
    emit headChanged();
    emit changed();
}

void PersonHeadTrack::paint(TrackCanvas& canvas) const
{
    const QRect place({0, 0}, canvas.size);
    QColor tint = shownColour(canvas.theme);
    tint.setAlphaF(static_cast<float>(kTint));
    canvas.painter.fillRect(place, tint);
    const QString text = m_content.isInHand ? tr("in hand: what keys edit")
        : m_content.isFolded                ? tr("folded: click to see the tracks")
                                            : QString();
    canvas.painter.setPen(canvas.theme.muted);
    canvas.painter.drawText(place.adjusted(kHeadMargin, 0, -kHeadMargin, 0), Qt::AlignVCenter | Qt::AlignRight, text);
}

Track::Part PersonHeadTrack::part(std::size_t) const
{
    const QString state = m_content.isInHand ? tr("in hand") : m_content.isFolded ? tr("folded") : tr("open");
    return {tr("Tracks of %1, %2").arg(m_content.name, state), {}};
}

std::optional<Qt::CursorShape> PersonHeadTrack::cursor(QPointF, const TimeScale&) const
{
    return m_content.canFold ? std::optional(Qt::PointingHandCursor) : std::nullopt;
}

bool PersonHeadTrack::press(QPointF, const TimeScale&, Qt::KeyboardModifiers)
{
    if (m_content.canFold)
        emit foldWished(!m_content.isFolded);
    return m_content.canFold;
}

}
