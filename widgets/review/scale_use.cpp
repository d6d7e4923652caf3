#include "widgets/review/scale_use.h"

#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr int kUseWidth = 190;
constexpr double kMostBar = 26.0; // pixels
constexpr double kBarGap = 3.0;

}

ScaleUse::ScaleUse(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("scaleUse"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ScaleUse::sizeHint() const
{
    return {kUseWidth, fontMetrics().height() * 6};
}

void ScaleUse::setBars(std::vector<Bar> bars, double reach)
{
    m_bars = std::move(bars);
    m_reach = reach;
    QStringList said;
    for (const Bar& bar : m_bars)
        said << QStringLiteral("%1: %2 / %3").arg(bar.text).arg(bar.own).arg(bar.others, 0, 'f', 1);
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    update();
}

void ScaleUse::paintEvent(QPaintEvent*)
{
    if (m_bars.empty())
        return;
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    painter.setFont(small);
    const double foot = height() - QFontMetricsF(small).height() - 2;
    const double cell = width() / static_cast<double>(m_bars.size());
    const double wide = std::min(kMostBar, cell - kBarGap);
    double most = 1e-9;
    for (const Bar& bar : m_bars)
        most = std::max({most, bar.own, bar.others});
    const double scale = (foot - 4) / most;
    painter.setPen(theme.line);
    painter.drawLine(QPointF(0, foot + 0.5), QPointF(width(), foot + 0.5));
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars[i];
        const double left = (static_cast<double>(i) + 0.5) * cell - wide / 2;
        const QColor colour = m_reach > 0 ? theme.sentiment(bar.value / m_reach * 3.0) : theme.accent;
        painter.fillRect(QRectF(left, foot - bar.own * scale, wide, bar.own * scale), colour);
        painter.setPen(QPen(theme.text, 2));
        const double line = foot - bar.others * scale;
        painter.drawLine(QPointF(left - 1, line), QPointF(left + wide + 1, line));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(static_cast<double>(i) * cell, foot + 2, cell, height() - foot - 2),
                         Qt::AlignCenter,
                         painter.fontMetrics().elidedText(bar.text, Qt::ElideRight, static_cast<int>(cell)));
    }
}

}
