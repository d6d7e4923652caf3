#include "widgets/review/rating_bar.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kKeySteps = 20; // from one end to the other
constexpr int kTrackWidth = 20;
constexpr int kNumberGap = 6; // between the track and the numbers of its ends

}

RatingBar::RatingBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("ratingBar"));
    setAccessibleName(tr("Rating"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setScale({}, m_least, m_greatest);
}

void RatingBar::setScale(const QString& name, double least, double greatest)
{
    m_name = name;
    m_least = least;
    m_greatest = greatest;
    m_value = (least + greatest) / 2;
    setAccessibleDescription(signedNumber(m_value, 2));
    updateGeometry();
    showHelp();
}

QSize RatingBar::minimumSizeHint() const
{
    const int number = std::max(fontMetrics().horizontalAdvance(shownNumber(m_least, 6)),
                                fontMetrics().horizontalAdvance(shownNumber(m_greatest, 6)));
    return {std::max(90, 2 * (kTrackWidth / 2 + kNumberGap + number + 2)), 120};
}

void RatingBar::setState(bool isRecording, int countdown)
{
    m_isRecording = isRecording;
    m_countdown = countdown;
    update();
}

void RatingBar::setValue(double value)
{
    value = std::clamp(value, m_least, m_greatest);
    if (value == m_value)
        return;
    m_value = value;
    setAccessibleDescription(signedNumber(m_value, 2));
    update();
    emit valueChanged(m_value);
}

void RatingBar::setPosition(double position)
{
    setValue(m_least + (position + 1.0) / 2.0 * (m_greatest - m_least));
}

void RatingBar::step(int steps)
{
    setValue(m_value + steps * (m_greatest - m_least) / kKeySteps);
}

void RatingBar::setGamepad(const QString& name)
{
    m_gamepad = name;
    showHelp();
}

void RatingBar::showHelp()
{
    const QString help = m_gamepad.isEmpty() ? tr("The mouse over it, or Up and Down, give the value")
                                             : tr("The stick of %1 gives the value, its cross moves it by a "
                                                  "step, a button ends the recording; so do "
                                                  "the mouse over it, and Up and Down")
                                                   .arg(m_gamepad);
    setToolTip(m_name.isEmpty() ? help : QStringLiteral("%1\n%2").arg(m_name, help));
    update();
}

QRectF RatingBar::track() const
{
    const double line = fontMetrics().height();
    return {width() / 2.0 - kTrackWidth / 2.0, line * 3.4, kTrackWidth,
            std::max(10.0, height() - line * 5.6)};
}

void RatingBar::follow(double y)
{
    const QRectF area = track();
    setValue(m_greatest - (y - area.top()) / area.height() * (m_greatest - m_least));
}

void RatingBar::mouseMoveEvent(QMouseEvent* event)
{
    follow(event->position().y());
}

void RatingBar::mousePressEvent(QMouseEvent* event)
{
    follow(event->position().y());
}

void RatingBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Up)
        step(1);
    else if (event->key() == Qt::Key_Down)
        step(-1);
    else
        QWidget::keyPressEvent(event);
}

void RatingBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = track();
    const int line = fontMetrics().height();
    painter.setPen(theme.muted);
    painter.drawText(QRect(0, line / 2, width(), line), Qt::AlignCenter,
                     fontMetrics().elidedText(m_name, Qt::ElideRight, width() - 8));
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(area, 4, 4);
    painter.setPen(theme.muted);
    painter.drawText(QRectF(area.right() + kNumberGap, area.top() - line / 2.0, 60, line), Qt::AlignVCenter,
                     shownNumber(m_greatest, 6));
    painter.drawText(QRectF(area.right() + kNumberGap, area.bottom() - line / 2.0, 60, line),
                     Qt::AlignVCenter, shownNumber(m_least, 6));
    const double middle = area.center().y();
    painter.setPen(QPen(theme.line, 1, Qt::DashLine));
    painter.drawLine(QPointF(area.left() - 8, middle), QPointF(area.right() + 8, middle));
    const double y = area.top() + (m_greatest - m_value) / (m_greatest - m_least) * area.height();
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_isRecording ? theme.attention : theme.accent);
    painter.drawRoundedRect(QRectF(area.left() - 6, y - 4, area.width() + 12, 8), 4, 4);
    painter.setPen(theme.text);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.drawText(QRect(0, line * 3 / 2, width(), line), Qt::AlignCenter, signedNumber(m_value, 2));
    painter.setPen(m_isRecording ? theme.attention : theme.muted);
    painter.drawText(QRect(0, height() - line * 3 / 2, width(), line), Qt::AlignCenter,
                     m_isRecording ? tr("● recording") : QString());
    if (!m_gamepad.isEmpty()) {
        painter.setPen(theme.muted);
        painter.drawText(QRect(4, height() - line * 5 / 2, width() - 8, line), Qt::AlignCenter,
                         fontMetrics().elidedText(m_gamepad, Qt::ElideRight, width() - 8));
    }
    if (m_countdown > 0) {
        QFont big = font();
        big.setPointSizeF(big.pointSizeF() * 4);
        painter.setFont(big);
        painter.setPen(theme.text);
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_countdown));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(theme.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

}
