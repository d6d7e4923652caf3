#include "widgets/tracks/person_head_track.h"

#include "widgets/tracks/display_menu.h"

#include <QAction>
#include <QMenu>

namespace widgets {

namespace {

constexpr double kTint = 0.16; // of the person's colour in the background
constexpr int kHeadMargin = 8; // pixels
constexpr int kButtonWidth = 48;
constexpr int kButtonHeight = 18;
constexpr int kButtonGap = 4;
constexpr int kButtonCorner = 4;

/// @param place  0: the first button
QRectF buttonPlace(int place)
{
    return {kHeadMargin + place * (kButtonWidth + kButtonGap) + 0.5, 3.5, kButtonWidth - 1.0,
            kButtonHeight - 1.0};
}

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
    const double from = m_content.sound ? buttonPlace(2).left() : kHeadMargin;
    if (m_content.sound) {
        paintButton(canvas, Button::Mute);
        paintButton(canvas, Button::Solo);
    }
    const QRectF row(from, 0, canvas.size.width() - from - kHeadMargin, canvas.size.height());
    canvas.painter.setPen(canvas.theme.muted);
    const Button under
        = canvas.pointer ? buttonAt({canvas.scale.x(*canvas.pointer), canvas.pointerY}) : Button::None;
    canvas.painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft,
                            under != Button::None ? textAt(under) : soundText());
    const QString text = m_content.isInHand ? tr("in hand: what keys edit")
        : m_content.isFolded                ? tr("folded: click to see the tracks")
                                            : QString();
    canvas.painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, text);
}

void PersonHeadTrack::paintButton(TrackCanvas& canvas, Button button) const
{
    const bool isMute = button == Button::Mute;
    const bool isOn = isMute ? m_content.sound->isMuted : m_content.sound->isSolo;
    const QRectF place = buttonPlace(isMute ? 0 : 1);
    canvas.painter.setPen(isOn ? canvas.theme.text : canvas.theme.muted);
    canvas.painter.setBrush(isOn ? QBrush(canvas.theme.text) : QBrush(Qt::NoBrush));
    canvas.painter.drawRoundedRect(place, kButtonCorner, kButtonCorner);
    canvas.painter.setPen(isOn ? canvas.theme.background : canvas.theme.text);
    canvas.painter.drawText(place, Qt::AlignCenter,
                            isMute ? tr("mute", "button") : tr("only", "button: hear nobody else"));
    canvas.painter.setBrush(Qt::NoBrush);
}

QString PersonHeadTrack::textAt(Button button) const
{
    if (button == Button::Mute)
        return m_content.sound->isMuted ? tr("hear %1 again").arg(m_content.name)
                                        : tr("mute %1").arg(m_content.name);
    return m_content.sound->isSolo ? tr("hear the others again")
                                   : tr("hear only %1, and whom else you choose so").arg(m_content.name);
}

QString PersonHeadTrack::soundText() const
{
    return m_content.sound && !m_content.sound->isHeard ? tr("not heard") : QString();
}

PersonHeadTrack::Button PersonHeadTrack::buttonAt(QPointF position) const
{
    if (!m_content.sound)
        return Button::None;
    if (buttonPlace(0).contains(position))
        return Button::Mute;
    return buttonPlace(1).contains(position) ? Button::Solo : Button::None;
}

void PersonHeadTrack::fillDisplayMenu(QMenu& menu)
{
    if (!m_content.sound)
        return;
    connect(addChoice(menu, tr("&Mute %1").arg(m_content.name), m_content.sound->isMuted),
            &QAction::triggered, this, &PersonHeadTrack::muteWished);
    connect(addChoice(menu, tr("Hear &only %1").arg(m_content.name), m_content.sound->isSolo),
            &QAction::triggered, this, &PersonHeadTrack::soloWished);
}

Track::Part PersonHeadTrack::part(std::size_t) const
{
    QStringList states;
    states << (m_content.isInHand ? tr("in hand") : m_content.isFolded ? tr("folded") : tr("open"));
    if (m_content.sound && m_content.sound->isMuted)
        states << tr("muted");
    if (m_content.sound && m_content.sound->isSolo)
        states << tr("heard alone");
    if (m_content.sound && !m_content.sound->isHeard && !m_content.sound->isMuted)
        states << tr("not heard");
    return {tr("Tracks of %1, %2").arg(m_content.name, states.join(QStringLiteral(", "))), {}};
}

std::optional<Qt::CursorShape> PersonHeadTrack::cursor(QPointF position, const TimeScale&) const
{
    return m_content.canFold || buttonAt(position) != Button::None ? std::optional(Qt::PointingHandCursor)
                                                                   : std::nullopt;
}

bool PersonHeadTrack::press(QPointF position, const TimeScale&, Qt::KeyboardModifiers)
{
    const Button button = buttonAt(position);
    if (button == Button::Mute)
        emit muteWished(!m_content.sound->isMuted);
    else if (button == Button::Solo)
        emit soloWished(!m_content.sound->isSolo);
    else if (m_content.canFold)
        emit foldWished(!m_content.isFolded);
    return button != Button::None || m_content.canFold;
}

}
