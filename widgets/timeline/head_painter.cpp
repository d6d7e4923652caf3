#include "widgets/timeline/head_painter.h"

#include "widgets/base/icons.h"
#include "widgets/timeline/head_signs.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr double kSmall = 0.85; // of the font
constexpr int kTextLeft = 22;

}

HeadPainter::HeadPainter(QPainter& painter, const TimelineState& state, const TimelineLook& look)
    : m_painter(painter)
    , m_state(state)
    , m_look(look)
{
}

void HeadPainter::paint(const TrackRow& row)
{
    const Theme& theme = m_look.theme;
    const QRect head(0, row.top, TimelineAreas::kHeadWidth - 1, row.height - 1);
    m_painter.save();
    m_painter.setClipRect(head, Qt::IntersectClip);
    m_painter.fillRect(head,
                       m_state.active == row.track ? mixed(theme.panel, theme.accent, 0.16) : theme.panel);
    paintColour(head, row.track->shownColour(theme));
    const int signs = m_look.hasSigns ? paintSigns(row) : 0;
    paintTexts(head, *row.track, TimelineAreas::kHeadWidth - kTextLeft - 4 - signs);
    m_painter.restore();
}

void HeadPainter::paintColour(const QRect& head, const QColor& colour)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    const int height = std::min(head.height() - 8, std::max(14, head.height() * 6 / 10));
    m_painter.drawRoundedRect(QRectF(10, head.center().y() - height / 2.0 + 0.5, 3, height), 1.5, 1.5);
}

/// The subtitle stands only where there is room for two lines; it goes on below the signs.
void HeadPainter::paintTexts(const QRect& head, const Track& track, int titleWidth)
{
    QFont title = m_look.font;
    title.setWeight(QFont::DemiBold);
    const QFont subtitle = m_look.smaller(kSmall);
    const QString below = track.subtitle();
    const int titleHeight = QFontMetrics(title).height();
    const int subtitleHeight = QFontMetrics(subtitle).height();
    const bool two = !below.isEmpty() && head.height() >= titleHeight + subtitleHeight + 2;
    const int top = head.top() + (head.height() - titleHeight - (two ? subtitleHeight : 0)) / 2;
    const auto line = [&](const QRect& place, const QFont& font, const QColor& colour, const QString& text,
                          Qt::TextElideMode elided) {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(place, Qt::AlignVCenter,
                           QFontMetrics(font).elidedText(text, elided, place.width()));
    };
    line({kTextLeft, top, titleWidth, titleHeight}, title, m_look.theme.text, track.title(),
         Qt::ElideMiddle); // layers of a tier differ at their ends
    const int subtitleWidth = head.height() + 1 >= kTwoLineHead || !m_look.hasSigns
        ? TimelineAreas::kHeadWidth - kTextLeft - 8
        : titleWidth;
    if (two)
        line({kTextLeft, top + titleHeight, subtitleWidth, subtitleHeight}, subtitle, m_look.theme.muted,
             below, Qt::ElideRight);
}

int HeadPainter::paintSigns(const TrackRow& row)
{
    const Theme& theme = m_look.theme;
    const TrackPlace place = m_state.rows.placeOf(row.track);
    const QColor faint = mixed(theme.panel, theme.muted, 0.55);
    int left = TimelineAreas::kHeadWidth;
    for (const HeadSign sign : signsOf(*row.track)) {
        const QRect area = placeOfSign(row, sign);
        left = std::min(left, area.left());
        if (sign == HeadSign::Solo)
            paintSolo(area, place.solo, faint);
        else if (sign == HeadSign::Lock)
            paintLock(area, *row.track, place.locked, faint);
        else
            paintIcon(m_painter, area, QStringLiteral("eye"), faint);
    }
    return TimelineAreas::kHeadWidth - left;
}

/// A lock; a pencil on one's own answers during a pass; an open lock where a person unlocked answers of
/// others.
void HeadPainter::paintLock(const QRect& area, const Track& track, bool isOn, const QColor& faint)
{
    const Theme& theme = m_look.theme;
    const bool isUnlocked = track.answers() == Track::Answers::Unlocked;
    if (isOn || track.isLocked())
        paintIcon(m_painter, area, QStringLiteral("lock"), theme.accent);
    else if (track.answers() == Track::Answers::InPass)
        paintIcon(m_painter, area, QStringLiteral("pencil"), theme.accent);
    else
        paintIcon(m_painter, area, isUnlocked ? QStringLiteral("unlock") : QStringLiteral("lock"),
                  isUnlocked ? theme.language : faint);
}

/// The first letter of the word, as mixing desks have it.
void HeadPainter::paintSolo(const QRect& area, bool isOn, const QColor& faint)
{
    const Theme& theme = m_look.theme;
    QFont small = m_look.smaller(kSmall);
    small.setWeight(QFont::Bold);
    m_painter.setFont(small);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(isOn ? QPen(Qt::NoPen) : QPen(faint, 1.2));
    m_painter.setBrush(isOn ? QBrush(theme.accent) : QBrush(Qt::NoBrush));
    m_painter.drawRoundedRect(QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
    m_painter.setPen(isOn ? theme.onAccent : faint);
    m_painter.drawText(area, Qt::AlignCenter, tr("S", "on the head of a track: solo"));
}

}
