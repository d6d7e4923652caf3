#include "widgets/conversation/offset_view.h"

#include "widgets/base/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

namespace {

constexpr double kLevelsPerSecond = 100.0;
constexpr double kQuietest = -60.0; // dB that lie at the foot
constexpr double kLoudest = -5.0;
constexpr double kKeyStep = 0.01; // seconds
constexpr int kTextRoom = 20; // pixels above the sounds

}

OffsetView::OffsetView(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("offsetView"));
    setAccessibleName(tr("Both recordings over each other"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(110);
    setCursor(Qt::SizeHorCursor);
}

void OffsetView::setSounds(Sound fixed, Sound moved)
{
    m_fixed = std::move(fixed);
    m_moved = std::move(moved);
    update();
}

void OffsetView::setMessage(const QString& message)
{
    m_message = message;
    update();
}

void OffsetView::setTime(double offset, double driftPpm)
{
    m_offset = offset;
    m_driftPpm = driftPpm;
    update();
}

void OffsetView::setCentre(double seconds)
{
    m_centre = seconds;
    update();
}

double OffsetView::levelAt(const Sound& sound, double moment) const
{
    const auto place = static_cast<std::ptrdiff_t>(std::floor(moment * kLevelsPerSecond));
    if (place < 0 || place >= std::ssize(sound.levels))
        return kQuietest;
    return std::clamp(sound.levels[static_cast<std::size_t>(place)], kQuietest, kLoudest);
}

void OffsetView::paintSound(QPainter& painter, const Sound& sound, bool isMoved) const
{
    const Theme& theme = themeOf(palette());
    const double room = height() - kTextRoom;
    QPainterPath path;
    path.moveTo(0.0, height());
    const double perPixel = secondsPerPixel();
    for (int x = 0; x < width(); ++x) {
        const double time = m_centre + (x - width() / 2.0) * perPixel;
        const double moment = isMoved ? (time - m_offset) / (1.0 + m_driftPpm * 1e-6) : time;
        double level = kQuietest; // the loudest of what lies in the pixel
        for (double at = moment; at < moment + perPixel; at += 1.0 / kLevelsPerSecond)
            level = std::max(level, levelAt(sound, at));
        const double part = (level - kQuietest) / (kLoudest - kQuietest);
        path.lineTo(x, height() - part * room);
    }
    path.lineTo(width(), height());
    QColor colour = theme.trackColour(sound.colour);
    painter.setPen(QPen(colour, isMoved ? 2 : 1, isMoved ? Qt::SolidLine : Qt::DashLine));
    colour.setAlphaF(0.25F);
    painter.setBrush(colour);
    painter.drawPath(path);
}

void OffsetView::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.background);
    if (!m_message.isEmpty()) {
        painter.setPen(theme.muted);
        painter.drawText(rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintSound(painter, m_fixed, false);
    paintSound(painter, m_moved, true);
    painter.setPen(theme.text);
    painter.drawText(QRect(6, 2, width() - 12, kTextRoom), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("dashed: %1, drag: %2").arg(m_fixed.name, m_moved.name));
    if (hasFocus()) {
        painter.setPen(theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void OffsetView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_message.isEmpty())
        return;
    m_grip = event->position().x();
    m_gripOffset = m_offset;
}

void OffsetView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip)
        emit dragged(m_gripOffset + (event->position().x() - *m_grip) * secondsPerPixel());
}

void OffsetView::mouseReleaseEvent(QMouseEvent*)
{
    if (std::exchange(m_grip, std::nullopt))
        emit released();
}

void OffsetView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        emit dragged(m_offset - kKeyStep);
    else if (event->key() == Qt::Key_Right)
        emit dragged(m_offset + kKeyStep);
    else
        QWidget::keyPressEvent(event);
}

}
