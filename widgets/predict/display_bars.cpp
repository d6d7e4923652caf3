#include "widgets/predict/display_bars.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kThickness = 7;
constexpr int kPlotHeight = 84; // of columns
constexpr int kGap = 8;

}

int DisplayBars::rowHeight() const
{
    return QFontMetrics(font()).height() + 5;
}

int DisplayBars::wantedHeight() const
{
    return static_cast<int>(table().rows()) * rowHeight();
}

std::optional<DisplayCanvas::Cell> DisplayBars::cellAt(QPointF place) const
{
    const auto row = static_cast<int>(place.y()) / rowHeight();
    if (place.y() < 0 || row >= static_cast<int>(table().rows()))
        return std::nullopt;
    return Cell{static_cast<std::size_t>(row), 0};
}

void DisplayBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(font());
    const int tall = rowHeight();
    const int names = rowNameWidth(font()) + kGap;
    const int numbers = metrics.horizontalAdvance(table().number(-table().high)) + kGap;
    const double whole = std::max(10, width() - names - numbers);
    const double zero = names + whole * table().part(0.0F);
    for (std::size_t row = 0; row < table().rows(); ++row) {
        const float value = table().at(row, 0);
        const int top = static_cast<int>(row) * tall;
        painter.setPen(theme().text);
        painter.drawText(
            QRect(0, top, names - kGap, tall), Qt::AlignVCenter,
            metrics.elidedText(table().rowNames[static_cast<qsizetype>(row)], Qt::ElideRight, names - kGap));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().isDark() ? theme().raised : theme().background);
        const double y = top + (tall - kThickness) / 2.0;
        painter.drawRoundedRect(QRectF(names, y, whole, kThickness), 3.5, 3.5);
        if (std::isfinite(value)) {
            const double end = names + whole * table().part(value);
            const auto modality = table().rowModalities[row];
            painter.setBrush(table().isSigned() ? (value < 0 ? theme().negative : theme().positive)
                                 : modality     ? theme().modality(*modality)
                                                : theme().accent);
            painter.drawRoundedRect(
                QRectF(QPointF(std::min(zero, end), y), QPointF(std::max(zero, end), y + kThickness)), 2, 2);
        }
        if (table().isSigned())
            painter.fillRect(QRectF(zero - 0.5, y - 3, 1, kThickness + 6), theme().muted);
        painter.setPen(theme().muted);
        painter.drawText(QRect(width() - numbers, top, numbers, tall), Qt::AlignVCenter | Qt::AlignRight,
                         table().number(static_cast<double>(value)));
    }
}

ColumnAxis DisplayColumns::axis() const
{
    const int numbers = QFontMetrics(smallFont()).horizontalAdvance(table().number(-table().high)) + 6;
    return {static_cast<double>(numbers), std::max(10.0, static_cast<double>(width() - numbers)),
            std::max<std::size_t>(1, table().columns())};
}

int DisplayColumns::wantedHeight() const
{
    return kPlotHeight + kGap + columnNamesHeight(table().columnNames, axis(), smallFont());
}

void DisplayColumns::resizeEvent(QResizeEvent* event)
{
    setFixedHeight(wantedHeight()); // words that stand upright need more
    DisplayCanvas::resizeEvent(event);
}

std::optional<DisplayCanvas::Cell> DisplayColumns::cellAt(QPointF place) const
{
    const auto column = axis().columnAt(place.x());
    return column ? std::optional(Cell{0, *column}) : std::nullopt;
}

void DisplayColumns::paintEvent(QPaintEvent*)
{
    if (table().values.empty())
        return;
    QPainter painter(this);
    painter.setFont(smallFont());
    const QFontMetrics metrics(smallFont());
    const ColumnAxis columns = axis();
    const double top = kGap / 2.0;
    const auto y
        = [&](double value) { return top + kPlotHeight * (1.0 - table().part(static_cast<float>(value))); };
    for (const double line :
         table().isSigned() ? std::vector{table().low, 0.0, table().high} : std::vector{0.0, table().high}) {
        painter.fillRect(QRectF(columns.left, y(line), columns.width, 1), theme().line);
        painter.setPen(theme().muted);
        painter.drawText(QRectF(0, y(line) - metrics.height() / 2.0, columns.left - 5, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, table().number(line));
    }
    const double zero = y(0.0);
    const double gap = columns.step() > 6 ? 2.0 : columns.step() > 3 ? 1.0 : 0.0;
    for (std::size_t column = 0; column < table().columns(); ++column) {
        const float value = table().at(0, column);
        const bool isCurrent = column == currentColumn();
        if (isCurrent)
            painter.fillRect(QRectF(columns.at(column), top, columns.step(), kPlotHeight),
                             mixed(theme().panel, theme().text, 0.1));
        if (!std::isfinite(value))
            continue;
        const double end = y(static_cast<double>(value));
        QColor colour = !table().isSigned() ? theme().accent
            : value < 0                     ? theme().negative
                                            : theme().positive;
        if (currentColumn() && !isCurrent)
            colour = mixed(theme().panel, colour, 0.7);
        painter.fillRect(QRectF(QPointF(columns.at(column) + gap / 2, std::min(zero, end)),
                                QPointF(columns.at(column) + columns.step() - gap / 2,
                                        std::max({zero, end, std::min(zero, end) + 1}))),
                         colour);
    }
    paintColumnNames(painter, theme(), table().columnNames, columns, kPlotHeight + kGap, currentColumn());
}

}
