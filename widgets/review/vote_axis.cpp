#include "widgets/review/vote_axis.h"

#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kAxisWidth = 110;
constexpr double kDot = 3.5; // radius
constexpr int kMostTicks = 10;

}

VoteAxis::VoteAxis(double value, double least, double greatest, QWidget* parent)
    : QWidget(parent)
    , m_value(value)
    , m_least(least)
    , m_greatest(greatest)
{
    setObjectName(QStringLiteral("voteAxis"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize VoteAxis::sizeHint() const
{
    return {kAxisWidth, fontMetrics().height()};
}

void VoteAxis::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const auto x = [this](double value) {
        const double part = m_greatest > m_least ? (value - m_least) / (m_greatest - m_least) : 0.5;
        return kDot + 1 + std::clamp(part, 0.0, 1.0) * (width() - 2 * (kDot + 1));
    };
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(x(m_least), middle), QPointF(x(m_greatest), middle));
    for (double tick = std::ceil(m_least); tick <= m_greatest && m_greatest - m_least <= kMostTicks; ++tick)
        painter.drawLine(QPointF(x(tick), middle - 2.5), QPointF(x(tick), middle + 2.5));
    const bool isSigned = m_least < 0;
    const double reach = std::max(-m_least, m_greatest);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isSigned ? theme.sentiment(m_value / reach * 3.0) : theme.accent);
    painter.drawEllipse(QPointF(x(m_value), middle), kDot, kDot);
}

}
