#include "widgets/timeline/ruler.h"

#include "widgets/base/scale_number.h"

#include <QFontMetrics>

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

namespace {

constexpr int kMostDecimals = 6;

/// The number of a step; between two steps there is none.
QString stepLabel(double step, double distance)
{
    const bool isWhole = distance >= 1 || std::abs(step - std::round(step)) < 1e-9;
    return isWhole ? QString::number(std::llround(step)) : QString();
}

}

RulerSteps rulerSteps(const TimeScale& scale, double labelWidth)
{
    static constexpr std::array<RulerSteps, 28> steps{{
        {1e-5, 1e-6},    {2e-5, 5e-6},    {5e-5, 1e-5},   {1e-4, 1e-5},  {2e-4, 5e-5},  {5e-4, 1e-4},
        {0.001, 0.0001}, {0.002, 0.0005}, {0.005, 0.001}, {0.01, 0.001}, {0.02, 0.005}, {0.05, 0.01},
        {0.1, 0.01},     {0.2, 0.05},     {0.5, 0.1},     {1, 0.1},      {2, 0.5},      {5, 1},
        {10, 1},         {15, 5},         {30, 5},        {60, 10},      {120, 30},     {300, 60},
        {600, 60},       {900, 300},      {1800, 300},    {3600, 600},
    }};
    const double least = labelWidth / scale.pixelsPerSecond;
    for (const RulerSteps& step : steps) {
        if (step.major >= least)
            return step;
    }
    return steps.back();
}

QString rulerLabel(double seconds, double step)
{
    const int decimals
        = step >= 1 ? 0 : std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 1, kMostDecimals);
    if (std::abs(seconds) < 60 && step < 60)
        return QStringLiteral("%1 s").arg(shownNumber(seconds, decimals, 'f'));
    const auto total = static_cast<long long>(std::floor(std::abs(seconds) + 1e-9));
    const double fraction = std::abs(seconds) - static_cast<double>(total);
    QString tail = QStringLiteral("%1").arg(total % 60, 2, 10, QLatin1Char('0'));
    if (decimals > 0)
        tail += shownNumber(fraction, decimals, 'f').mid(1);
    const QString sign = seconds < 0 ? QStringLiteral("−") : QString();
    if (total >= 3600)
        return QStringLiteral("%1%2:%3:%4")
            .arg(sign)
            .arg(total / 3600)
            .arg(total / 60 % 60, 2, 10, QLatin1Char('0'))
            .arg(tail);
    return QStringLiteral("%1%2:%3").arg(sign).arg(total / 60).arg(tail);
}

void paintRuler(QPainter& painter, const QRect& area, const TimeScale& scale, const Theme& theme,
                RulerUnit unit)
{
    painter.fillRect(area, theme.panel);
    const QFontMetrics metrics(painter.font());
    const engine::Interval visible = scale.visible(area.width());
    RulerSteps steps = rulerSteps(scale, metrics.horizontalAdvance(QStringLiteral("0:00:00.00")) + 14);
    const auto label = [&](double seconds) {
        return unit == RulerUnit::Steps ? stepLabel(seconds, steps.major) : rulerLabel(seconds, steps.major);
    };
    const int widest = metrics.horizontalAdvance(label(visible.end)) + 14;
    if (widest > steps.major * scale.pixelsPerSecond)
        steps = rulerSteps(scale, widest);

    QList<QLine> marks;
    const auto position
        = [&](double seconds) { return area.left() + static_cast<int>(std::lround(scale.x(seconds))); };
    for (double k = std::floor(visible.start / steps.minor); k * steps.minor <= visible.end; ++k) {
        const int x = position(k * steps.minor);
        marks.append(QLine(x, area.bottom() - 3, x, area.bottom()));
    }
    painter.setPen(mixed(theme.line, theme.muted, 0.35));
    painter.drawLines(marks);
    for (double k = std::floor(visible.start / steps.major) - 1; k * steps.major <= visible.end; ++k) {
        const double seconds = k * steps.major;
        const int x = position(seconds);
        painter.setPen(mixed(theme.line, theme.muted, 0.6));
        painter.drawLine(x, area.top() + 5, x, area.bottom());
        painter.setPen(theme.muted);
        painter.drawText(QRect(x + 5, area.top(), 200, area.height() - 3), Qt::AlignVCenter, label(seconds));
    }
}

}
