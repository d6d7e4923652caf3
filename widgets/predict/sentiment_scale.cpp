#include "widgets/predict/sentiment_scale.h"

#include "widgets/base/scale_number.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

SentimentScale::SentimentScale(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sentimentScale"));
    setFixedHeight(62);
}

void SentimentScale::setScale(const QString& name, double low, double high)
{
    m_name = name;
    m_low = low;
    m_high = high;
    m_label.reset();
    m_other.reset();
    m_said.clear();
    setPrediction(std::nullopt, true);
}

void SentimentScale::setLabel(std::optional<double> value)
{
    m_label = value;
    update();
}

void SentimentScale::setPrediction(std::optional<double> value, bool current)
{
    m_prediction = value;
    m_current = current;
    setAccessibleName(value ? tr("Predicted %1 %2").arg(m_name, scaleNumber(*value, m_low, 2))
                            : tr("No prediction"));
    update();
}

void SentimentScale::setOther(std::optional<double> value, double deviation, bool current)
{
    m_other = value;
    m_deviation = deviation;
    m_isOtherCurrent = current;
    update();
}

void SentimentScale::setSaid(std::vector<double> values)
{
    m_said = std::move(values);
    update();
}

void SentimentScale::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double left = 12;
    const double length = width() - 2 * left;
    const auto x = [&](double value) {
        return left + length * (std::clamp(value, m_low, m_high) - m_low) / (m_high - m_low);
    };
    const QRectF bar(left, 27, length, 8);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    const QColor middle = mixed(theme.background, theme.neutral, 0.45);
    gradient.setColorAt(0, m_low < 0 ? theme.negative : middle);
    if (m_low < 0 && m_high > 0)
        gradient.setColorAt(-m_low / (m_high - m_low), middle);
    gradient.setColorAt(1, theme.positive);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, 4, 4);

    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    painter.setPen(theme.muted);
    constexpr double mostSteps = 8.0;
    const double step = std::max(1.0, std::ceil((m_high - m_low) / mostSteps));
    for (double value = std::ceil(m_low); value <= m_high; value += step)
        painter.drawText(QRectF(x(value) - 20, 42, 40, metrics.height()), Qt::AlignCenter,
                         scaleNumber(value, m_low, 0));
    if (m_label) {
        const QString text = tr("label %1").arg(labelNumber(*m_label, m_low));
        const double wide = metrics.horizontalAdvance(text);
        painter.drawText(QRectF(std::clamp(x(*m_label) - wide / 2, 0.0, std::max(0.0, width() - wide)), 0,
                                wide + 2, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.text);
        painter.drawPolygon(QPolygonF({{x(*m_label) - 5, 18}, {x(*m_label) + 5, 18}, {x(*m_label), 25}}));
    }
    if (m_other) {
        const QColor ring = m_isOtherCurrent ? theme.text : mixed(theme.text, theme.panel, 0.5);
        if (m_deviation > 0.0) {
            QColor band = ring;
            band.setAlphaF(0.3F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(band);
            painter.drawRoundedRect(QRectF(QPointF(x(*m_other - m_deviation), bar.top() - 3),
                                           QPointF(x(*m_other + m_deviation), bar.bottom() + 3)),
                                    3, 3);
        }
        painter.setPen(QPen(ring, 2));
        painter.setBrush(theme.panel);
        painter.drawEllipse(QPointF(x(*m_other), bar.center().y()), 6, 6);
    }
    painter.setPen(QPen(theme.text, 2));
    for (const double value : m_said)
        painter.drawLine(QPointF(x(value), bar.top() - 3), QPointF(x(value), bar.bottom() + 3));
    if (m_prediction) {
        painter.setPen(QPen(theme.panel, 2));
        painter.setBrush(m_current ? theme.accent : mixed(theme.accent, theme.panel, 0.5));
        painter.drawEllipse(QPointF(x(*m_prediction), bar.center().y()), 7.5, 7.5);
    }
}

}
