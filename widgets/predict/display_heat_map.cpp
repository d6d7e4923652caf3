#include "widgets/predict/display_heat_map.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kTallRow = 22.0;
constexpr double kLowRow = 15.0;
constexpr std::size_t kFewRows = 8;
constexpr std::size_t kSomeRows = 24;
constexpr double kTallest = 330.0; // of all cells, where there are many rows
constexpr double kLeastGrid = 7.0; // pixels of a cell between lines
constexpr int kCellGap = 6;
constexpr int kScaleWidth = 90;
constexpr int kScaleHeight = 7;

}

double DisplayHeatMap::rowHeight() const
{
    if (table().rows() <= kFewRows)
        return kTallRow;
    return table().rows() <= kSomeRows ? kLowRow
                                       : std::max(2.0, kTallest / static_cast<double>(table().rows()));
}

ColumnAxis DisplayHeatMap::axis() const
{
    const int names = rowNameWidth(smallFont()) + kCellGap;
    return {static_cast<double>(names), std::max(10.0, static_cast<double>(width() - names)),
            std::max<std::size_t>(1, table().columns())};
}

QRectF DisplayHeatMap::plot() const
{
    const ColumnAxis columns = axis();
    return {columns.left, 0.0, columns.width, std::round(rowHeight() * static_cast<double>(table().rows()))};
}

int DisplayHeatMap::wantedHeight() const
{
    return static_cast<int>(plot().height()) + columnNamesHeight(table().columnNames, axis(), smallFont())
        + kCellGap + QFontMetrics(smallFont()).height();
}

void DisplayHeatMap::resizeEvent(QResizeEvent* event)
{
    setFixedHeight(wantedHeight());
    DisplayCanvas::resizeEvent(event);
}

void DisplayHeatMap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_image = QImage();
    DisplayCanvas::changeEvent(event);
}

std::optional<DisplayCanvas::Cell> DisplayHeatMap::cellAt(QPointF place) const
{
    const auto column = axis().columnAt(place.x());
    const auto row = static_cast<std::size_t>(std::max(0.0, place.y()) / rowHeight());
    if (!column || row >= table().rows())
        return std::nullopt;
    return Cell{row, *column};
}

void DisplayHeatMap::paintEvent(QPaintEvent*)
{
    if (table().values.empty())
        return;
    if (m_image.isNull()) {
        m_image = QImage(static_cast<int>(table().columns()), static_cast<int>(table().rows()),
                         QImage::Format_RGB32);
        for (std::size_t row = 0; row < table().rows(); ++row) {
            for (std::size_t column = 0; column < table().columns(); ++column) {
                const float value = table().at(row, column);
                m_image.setPixel(static_cast<int>(column), static_cast<int>(row),
                                 (std::isfinite(value) ? valueColour(row, value) : theme().line).rgb());
            }
        }
    }
    QPainter painter(this);
    painter.setFont(smallFont());
    const QRectF cells = plot();
    const ColumnAxis columns = axis();
    painter.drawImage(cells, m_image);
    if (columns.step() >= kLeastGrid) {
        for (std::size_t column = 1; column < columns.count; ++column)
            painter.fillRect(QRectF(columns.at(column), cells.top(), 1, cells.height()), theme().panel);
    }
    if (rowHeight() >= kLeastGrid) {
        for (std::size_t row = 1; row < table().rows(); ++row)
            painter.fillRect(QRectF(cells.left(), rowHeight() * static_cast<double>(row), cells.width(), 1),
                             theme().panel);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().text, 1.5));
    if (const auto row = currentRow())
        painter.drawRect(
            QRectF(cells.left(), rowHeight() * static_cast<double>(*row), cells.width(), rowHeight())
                .adjusted(0.75, 0.75, -0.75, -0.75));
    if (const auto column = currentColumn())
        painter.drawRect(QRectF(columns.at(*column), cells.top(), columns.step(), cells.height())
                             .adjusted(0.75, 0.75, -0.75, -0.75));
    paintRowNames(painter, cells);
    const int below = static_cast<int>(cells.bottom()) + 2;
    paintColumnNames(painter, theme(), table().columnNames, columns, below, currentColumn());
    paintScale(painter, below + columnNamesHeight(table().columnNames, columns, smallFont()) + kCellGap - 2);
}

void DisplayHeatMap::paintRowNames(QPainter& painter, const QRectF& cells) const
{
    const QFontMetrics metrics(painter.font());
    const QFont font = painter.font();
    double free = -1e9;
    for (std::size_t row = 0; row < table().rows(); ++row) {
        const double middle = rowHeight() * (static_cast<double>(row) + 0.5);
        const bool isCurrent = row == currentRow();
        if (middle < free && !isCurrent)
            continue;
        if (currentRow() && !isCurrent
            && std::abs(static_cast<double>(row) - static_cast<double>(*currentRow())) * rowHeight()
                < metrics.ascent())
            continue;
        QFont strong = font;
        strong.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
        painter.setFont(strong);
        painter.setPen(isCurrent || !table().rowsAreWords ? theme().text : theme().muted);
        const int room = static_cast<int>(cells.left()) - kCellGap;
        painter.drawText(QRectF(0, middle - metrics.height() / 2.0, room, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetrics(strong).elidedText(table().rowNames[static_cast<qsizetype>(row)],
                                                         Qt::ElideRight, room));
        free = middle + metrics.ascent();
    }
    painter.setFont(font);
}

/// From the least to the greatest colour, with their numbers.
void DisplayHeatMap::paintScale(QPainter& painter, int top) const
{
    const QFontMetrics metrics(painter.font());
    const QString high = table().number(table().high);
    const QString low = table().number(table().low);
    const int right = width() - metrics.horizontalAdvance(high) - 1;
    const int left = right - kScaleWidth - 5;
    const double y = top + (metrics.height() - kScaleHeight) / 2.0;
    const auto plain = std::ranges::find_if(table().rowModalities, [](const auto& m) { return !m; });
    const auto row = static_cast<std::size_t>(
        plain == table().rowModalities.end() ? 0 : plain - table().rowModalities.begin());
    for (int x = 0; x < kScaleWidth; ++x) {
        const double value = table().low + (table().high - table().low) * x / (kScaleWidth - 1);
        painter.fillRect(QRectF(left + x, y, 1, kScaleHeight), valueColour(row, static_cast<float>(value)));
    }
    painter.setPen(theme().line);
    painter.drawRect(QRectF(left - 0.5, y - 0.5, kScaleWidth + 1, kScaleHeight + 1));
    painter.setPen(theme().muted);
    painter.drawText(QRect(right, top, width() - right, metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                     high);
    const int wide = metrics.horizontalAdvance(low);
    painter.drawText(QRect(left - wide - 5, top, wide + 1, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, low);
}

}
