#include "widgets/review/gold_axis.h"

#include "widgets/base/theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kRadius = 5.0; // of the dot
constexpr double kSides = 24.0; // pixels for texts at the ends
constexpr int kMostGoldTicks = 12;

}

GoldAxis::GoldAxis(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("goldAxis"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize GoldAxis::sizeHint() const
{
    return {200, fontMetrics().height() * 4};
}

void GoldAxis::setMarks(const Mark& right, const Mark& given, double least, double greatest)
{
    m_right = right;
    m_given = given;
    m_least = least;
    m_greatest = greatest;
    update();
}

void GoldAxis::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const auto x = [this](double value) {
        const double part = m_greatest > m_least ? (value - m_least) / (m_greatest - m_least) : 0.5;
        return kSides + std::clamp(part, 0.0, 1.0) * (width() - 2 * kSides);
    };
    painter.setPen(QPen(theme.line, 1.5));
    painter.drawLine(QPointF(x(m_least), middle), QPointF(x(m_greatest), middle));
    for (double tick = std::ceil(m_least); tick <= m_greatest && m_greatest - m_least <= kMostGoldTicks;
         ++tick)
        painter.drawLine(QPointF(x(tick), middle - 3), QPointF(x(tick), middle + 3));
    const double right = x(m_right.value), given = x(m_given.value);
    if (std::abs(right - given) > 1) { // how far apart
        painter.setPen(QPen(theme.muted, 1.5, Qt::DotLine));
        painter.drawLine(QPointF(right, middle), QPointF(given, middle));
    }
    const bool isSigned = m_least < 0;
    const double reach = std::max(-m_least, m_greatest);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isSigned ? theme.sentiment(m_given.value / reach * 3.0) : theme.accent);
    painter.drawEllipse(QPointF(given, middle), kRadius, kRadius);
    painter.setBrush(theme.text);
    painter.drawPolygon(QPolygonF(
        {QPointF(right - 5, middle - 12), QPointF(right + 5, middle - 12), QPointF(right, middle - 5)}));
    const auto text = [&](double at, bool above, const QString& shown, const QColor& colour) {
        const double width = fontMetrics().horizontalAdvance(shown) + 4;
        const double left = std::clamp(at - width / 2, 0.0, std::max(0.0, this->width() - width));
        painter.setPen(colour);
        painter.drawText(
            QRectF(left, above ? 0 : height() - fontMetrics().height(), width, fontMetrics().height()),
            Qt::AlignCenter, shown);
    };
    text(right, true, m_right.text, theme.text);
    text(given, false, m_given.text, theme.muted);
}

}
