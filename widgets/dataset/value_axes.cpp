#include "widgets/dataset/value_axes.h"

#include "widgets/base/scale_number.h"

#include <cmath>

namespace widgets {

ValueAxes ValueAxes::ofScale(const QRectF& widget, const QFontMetrics& font, double low, double high)
{
    constexpr double beyond = 0.04; // of the scale
    const double more = (high - low) * beyond;
    return {areaIn(widget, font), low - more, high + more, low - more, high + more};
}

QRectF ValueAxes::areaIn(const QRectF& widget, const QFontMetrics& font)
{
    const double line = font.height();
    return widget.adjusted(font.horizontalAdvance(QStringLiteral("−0.0")) + 10.0, line + 6.0, -10.0,
                           -2.0 * line - 6.0);
}

double roundStep(double length, int most)
{
    double step = std::pow(10.0, std::floor(std::log10(length / most)));
    for (const double factor : {2.0, 2.5, 2.0}) {
        if (std::floor(length / step) <= most)
            break;
        step *= factor;
    }
    return step;
}

void ValueAxes::paintLines(QPainter& painter, const Theme& theme, bool xIsSigned, bool yIsSigned) const
{
    const QFontMetrics font = painter.fontMetrics();
    const auto number = [](double value, double step, bool isSigned) {
        return scaleNumber(value, isSigned ? -1.0 : 0.0, step >= 1.0 ? 0 : step >= 0.1 ? 1 : 2);
    };
    const int columns
        = std::max(2, static_cast<int>(area.width() / (font.horizontalAdvance(QLatin1Char('0')) * 3.4)));
    const int rows = std::max(2, static_cast<int>(area.height() / (font.height() * 1.7)));
    const double xStep = roundStep(right - left, std::min(columns, 10));
    const double yStep = roundStep(top - bottom, std::min(rows, 10));
    const double slack = 1e-9;
    for (double x = std::ceil(left / xStep - slack) * xStep; x <= right + slack; x += xStep) {
        const double pixel = at(x, bottom).x();
        painter.setPen(QPen(theme.line, 1.0));
        painter.drawLine(QPointF(pixel, area.top()), QPointF(pixel, area.bottom()));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(pixel - 40, area.bottom() + 3, 80, font.height()), Qt::AlignCenter,
                         number(std::abs(x) < slack ? 0.0 : x, xStep, xIsSigned));
    }
    for (double y = std::ceil(bottom / yStep - slack) * yStep; y <= top + slack; y += yStep) {
        const double pixel = at(left, y).y();
        painter.setPen(QPen(theme.line, 1.0));
        painter.drawLine(QPointF(area.left(), pixel), QPointF(area.right(), pixel));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, pixel - font.height() / 2.0, area.left() - 6, font.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         number(std::abs(y) < slack ? 0.0 : y, yStep, yIsSigned));
    }
}

void ValueAxes::paintNames(QPainter& painter, const Theme& theme, const QString& x, const QString& y) const
{
    const double line = painter.fontMetrics().height();
    painter.setPen(theme.muted);
    painter.drawText(QRectF(area.left(), area.bottom() + line + 3, area.width(), line + 2),
                     Qt::AlignRight | Qt::AlignVCenter, x);
    painter.drawText(QRectF(area.left(), area.top() - line - 4, area.width(), line + 2),
                     Qt::AlignLeft | Qt::AlignVCenter, y);
}

void ValueAxes::paintColumnNames(QPainter& painter, const Theme& theme, const QStringList& names) const
{
    const QFontMetrics font = painter.fontMetrics();
    painter.setPen(theme.muted);
    for (qsizetype i = 0; i < names.size(); ++i) {
        const double from = at(static_cast<double>(i), bottom).x();
        const double to = at(static_cast<double>(i) + 1.0, bottom).x();
        const QString text = names[i].isEmpty() ? QStringLiteral("–") : names[i];
        painter.drawText(QRectF(from, area.bottom() + 3, to - from, font.height()), Qt::AlignCenter,
                         font.elidedText(text, Qt::ElideRight, static_cast<int>(to - from) - 2));
    }
}

void ValueAxes::paintDiagonal(QPainter& painter, const Theme& theme) const
{
    const double from = std::max(left, bottom), to = std::min(right, top);
    painter.setPen(QPen(theme.muted, 1.0, Qt::DashLine));
    painter.drawLine(at(from, from), at(to, to));
}

}
