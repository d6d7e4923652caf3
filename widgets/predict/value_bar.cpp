#include "widgets/predict/value_bar.h"

#include "widgets/base/scale_number.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kNameWidth = 58;
constexpr int kNumberWidth = 28;

}

ValueBar::ValueBar(const QString& name, double low, double high, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_low(low)
    , m_high(high)
{
    setAccessibleName(name);
    setFixedHeight(22);
}

void ValueBar::setValue(std::optional<double> value)
{
    m_value = value;
    setAccessibleDescription(numberText());
    update();
}

/// The model's own number, even where it leaves the scale; the bar alone is bounded.
QString ValueBar::numberText() const
{
    if (!m_value)
        return QStringLiteral("–");
    return scaleNumber(*m_value, 0.0, 1);
}

void ValueBar::setLabel(std::optional<double> label)
{
    m_label = label;
    update();
}

void ValueBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.text);
    painter.drawText(QRect(0, 0, kNameWidth, height()), Qt::AlignVCenter, m_name);
    const QRectF track(kNameWidth, height() / 2.0 - 3.5, width() - kNameWidth - kNumberWidth, 7);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.isDark() ? theme.raised : theme.background);
    painter.drawRoundedRect(track, 3.5, 3.5);
    const auto part = [&](double value) { return std::clamp((value - m_low) / (m_high - m_low), 0.0, 1.0); };
    if (m_value && part(*m_value) > 0.01) {
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(
            QRectF(track.topLeft(), QSizeF(std::max(7.0, track.width() * part(*m_value)), track.height())),
            3.5, 3.5);
    }
    if (m_label)
        painter.fillRect(
            QRectF(track.left() + track.width() * part(*m_label) - 1, track.top() - 3, 2, track.height() + 6),
            theme.text);
    painter.setPen(theme.muted);
    painter.drawText(QRect(width() - kNumberWidth, 0, kNumberWidth, height()),
                     Qt::AlignVCenter | Qt::AlignRight, numberText());
}

}
