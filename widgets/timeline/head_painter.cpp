#include "widgets/timeline/head_painter.h"

#include "widgets/base/icons.h"

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
    m_painter.setClipRect(head);
    m_painter.fillRect(head,
                       m_state.active == row.track ? mixed(theme.panel, theme.accent, 0.16) : theme.panel);
    paintColour(head, row.track->shownColour(theme));
    const int signs = paintSigns(head, *row.track, m_state.rows.placeOf(row.track).solo);
    paintTexts(head, *row.track, TimelineAreas::kHeadWidth - 30 - signs);
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

/// The subtitle stands only where there is room for two lines.
void HeadPainter::paintTexts(const QRect& head, const Track& track, int width)
{
    QFont title = m_look.font;
    title.setWeight(QFont::DemiBold);
    const QFont subtitle = m_look.smaller(kSmall);
    const QString below = track.subtitle();
    const int titleHeight = QFontMetrics(title).height();
    const int subtitleHeight = QFontMetrics(subtitle).height();
    const bool two = !below.isEmpty() && head.height() >= titleHeight + subtitleHeight + 2;
    const int top = head.top() + (head.height() - titleHeight - (two ? subtitleHeight : 0)) / 2;
    const auto line = [&](int y, int height, const QFont& font, const QColor& colour, const QString& text) {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(QRect(kTextLeft, y, width, height), Qt::AlignVCenter,
                           QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
    };
    line(top, titleHeight, title, m_look.theme.text, track.title());
    if (two)
        line(top + titleHeight, subtitleHeight, subtitle, m_look.theme.muted, below);
}

/// A lock, an open one where a person unlocked answers of others, and that only this track is shown, at the
/// right.
int HeadPainter::paintSigns(const QRect& head, const Track& track, bool solo)
{
    const Theme& theme = m_look.theme;
    const int size = QFontMetrics(m_look.font).height();
    int right = head.right() - 8;
    const bool isUnlocked = !track.isLocked() && track.answers() == Track::Answers::Unlocked;
    const bool isOwn = !track.isLocked() && track.answers() == Track::Answers::InPass;
    if (track.isLocked() || isUnlocked || isOwn) {
        icon(track.isLocked() ? QStringLiteral("lock")
                 : isOwn      ? QStringLiteral("pencil")
                              : QStringLiteral("unlock"),
             isUnlocked  ? theme.language
                 : isOwn ? theme.accent
                         : theme.muted)
            .paint(&m_painter, QRect(right - size, head.center().y() - size / 2, size, size));
        right -= size + 4;
    }
    if (solo) {
        const QFont small = m_look.smaller(kSmall);
        m_painter.setFont(small);
        const QString text = tr("solo");
        const int wide = QFontMetrics(small).horizontalAdvance(text) + 10;
        const QRectF chip(right - wide, head.center().y() - size / 2.0, wide, size);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(theme.accent);
        m_painter.drawRoundedRect(chip, 4, 4);
        m_painter.setPen(theme.onAccent);
        m_painter.drawText(chip, Qt::AlignCenter, text);
        right -= wide + 4;
    }
    return head.right() - 8 - right;
}

}
