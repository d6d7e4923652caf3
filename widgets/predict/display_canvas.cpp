#include "widgets/predict/display_canvas.h"

#include "widgets/base/heat_colours.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace widgets {

namespace {

constexpr std::size_t kMostListed = 12; // numbers in a summary
constexpr std::size_t kStrongest = 3;
constexpr int kLongestName = 64; // pixels of a name that stands upright
constexpr double kMostOfNames = 0.4; // of the width, for the names of rows

QString quoted(const QString& word)
{
    return QStringLiteral("“%1”").arg(word);
}

/// The `count` entries whose numbers are largest, whatever their sign.
std::vector<std::size_t> strongest(const std::vector<float>& numbers, std::size_t count)
{
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto size = [&](std::size_t i) { return std::isfinite(numbers[i]) ? std::abs(numbers[i]) : -1.0F; };
    const std::size_t kept = std::min(count, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                      [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
    order.resize(kept);
    return order;
}

}

DisplayCanvas::DisplayCanvas(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void DisplayCanvas::setTable(DisplayTable table)
{
    if (m_table == table)
        return;
    m_table = std::move(table);
    tableChanged();
    setFixedHeight(wantedHeight());
    describe();
    update();
}

void DisplayCanvas::setCurrentWord(std::optional<std::size_t> word)
{
    if (std::exchange(m_current, word) == word)
        return;
    describe();
    update();
}

void DisplayCanvas::describe()
{
    setAccessibleDescription(summary());
}

std::optional<std::size_t> DisplayCanvas::currentColumn() const
{
    return m_table.columnsAreWords && m_current && *m_current < m_table.columns() ? m_current : std::nullopt;
}

std::optional<std::size_t> DisplayCanvas::currentRow() const
{
    return m_table.rowsAreWords && m_current && *m_current < m_table.rows() ? m_current : std::nullopt;
}

QFont DisplayCanvas::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    return small;
}

QColor DisplayCanvas::valueColour(std::size_t row, float value) const
{
    const double part = std::clamp(m_table.part(value), 0.0, 1.0);
    if (m_table.isSigned())
        return heatColourAboutZero(theme(), part);
    const auto modality = m_table.rowModalities[row];
    return heatColour(theme(), modality ? theme().modality(*modality) : theme().accent, part);
}

int DisplayCanvas::rowNameWidth(const QFont& font) const
{
    QFont strong = font; // as the row in hand is written
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(strong);
    double widest = 0.0;
    for (const QString& name : m_table.rowNames)
        widest = std::max(widest, metrics.horizontalAdvance(name));
    return std::min(static_cast<int>(std::ceil(widest)) + 1, static_cast<int>(width() * kMostOfNames));
}

QString DisplayCanvas::note(Cell cell) const
{
    QStringList parts;
    const QString row = m_table.rowNames[static_cast<qsizetype>(cell.row)];
    const QString column = m_table.columnNames[static_cast<qsizetype>(cell.column)];
    if (!row.isEmpty())
        parts << (m_table.rowsAreWords ? quoted(row) : row);
    if (!column.isEmpty())
        parts << (m_table.columnsAreWords ? quoted(column) : column);
    return tr("%1: %2").arg(parts.join(m_table.rowsAreWords ? QStringLiteral(" → ") : QStringLiteral(" · ")),
                            m_table.number(static_cast<double>(m_table.at(cell.row, cell.column))));
}

QString DisplayCanvas::summary() const
{
    if (m_table.values.empty())
        return {};
    if (m_table.rowsAreWords) {
        const std::size_t row = currentRow().value_or(0);
        return tr("%1 → %2").arg(quoted(m_table.rowNames[static_cast<qsizetype>(row)]),
                                 columnSummary(row, m_table.columnsAreWords));
    }
    if (m_table.rows() > 1 || m_table.columns() == 1)
        return rowSummary(currentColumn());
    if (const auto column = currentColumn())
        return tr("%1; most: %2").arg(note({0, *column}), columnSummary(0, true));
    return tr("most: %1").arg(columnSummary(0, m_table.columnsAreWords));
}

/// The rows' numbers at a word, or their means; where there are many, the strongest.
QString DisplayCanvas::rowSummary(std::optional<std::size_t> column) const
{
    std::vector<float> numbers;
    for (std::size_t row = 0; row < m_table.rows(); ++row)
        numbers.push_back(column ? m_table.at(row, *column) : m_table.rowMean(row));
    std::vector<std::size_t> listed(numbers.size());
    std::iota(listed.begin(), listed.end(), std::size_t{0});
    if (listed.size() > kMostListed)
        listed = strongest(numbers, kStrongest);
    QStringList texts;
    for (const std::size_t row : listed)
        texts << QStringLiteral("%1 %2").arg(m_table.rowNames[static_cast<qsizetype>(row)],
                                             m_table.number(static_cast<double>(numbers[row])));
    const QString list = texts.join(QStringLiteral(", "));
    if (column)
        return tr("%1: %2").arg(quoted(m_table.columnNames[static_cast<qsizetype>(*column)]), list);
    return m_table.columns() > 1 ? tr("mean: %1").arg(list) : list;
}

QString DisplayCanvas::columnSummary(std::size_t row, bool isWord) const
{
    std::vector<float> numbers;
    for (std::size_t column = 0; column < m_table.columns(); ++column)
        numbers.push_back(m_table.at(row, column));
    QStringList texts;
    for (const std::size_t column : strongest(numbers, kStrongest)) {
        const QString name = m_table.columnNames[static_cast<qsizetype>(column)];
        texts << QStringLiteral("%1 %2").arg(isWord ? quoted(name) : name,
                                             m_table.number(static_cast<double>(numbers[column])));
    }
    return texts.join(QStringLiteral(", "));
}

void DisplayCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<Cell> cell = m_table.values.empty() ? std::nullopt : cellAt(event->position());
    if (cell)
        QToolTip::showText(event->globalPosition().toPoint(), note(*cell), this);
    else if (m_pointed)
        QToolTip::hideText();
    if (std::exchange(m_pointed, cell) != cell)
        update();
}

void DisplayCanvas::leaveEvent(QEvent* event)
{
    m_pointed.reset();
    QToolTip::hideText();
    QWidget::leaveEvent(event);
}

std::optional<std::size_t> ColumnAxis::columnAt(double x) const
{
    if (x < left || x >= left + width)
        return std::nullopt;
    return std::min(count - 1, static_cast<std::size_t>((x - left) / step()));
}

namespace {

bool fitLevel(const QStringList& names, const ColumnAxis& axis, const QFontMetrics& metrics)
{
    return std::ranges::all_of(
        names, [&](const QString& name) { return metrics.horizontalAdvance(name) + 4 <= axis.step(); });
}

}

int columnNamesHeight(const QStringList& names, const ColumnAxis& axis, const QFont& font)
{
    const QFontMetrics metrics(font);
    if (fitLevel(names, axis, metrics))
        return metrics.height() + 2;
    int longest = 0;
    for (const QString& name : names)
        longest = std::max(longest, metrics.horizontalAdvance(name));
    return std::min(longest, kLongestName) + 6;
}

void paintColumnNames(QPainter& painter, const Theme& theme, const QStringList& names, const ColumnAxis& axis,
                      int top, std::optional<std::size_t> current)
{
    const QFont font = painter.font();
    const QFontMetrics metrics(font);
    const bool level = fitLevel(names, axis, metrics);
    const double apart = level ? 0.0 : metrics.ascent() + 1.0; // between two that stand upright
    double free = -1e9; // where the next one has room
    const auto paint = [&](std::size_t column) {
        const bool isCurrent = column == current;
        QFont strong = font;
        strong.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
        painter.setFont(strong);
        painter.setPen(isCurrent ? theme.text : theme.muted);
        const double middle = axis.at(column) + axis.step() / 2;
        const QString& name = names[static_cast<qsizetype>(column)];
        if (level) {
            painter.drawText(QRectF(axis.at(column), top, axis.step(), metrics.height() + 2), Qt::AlignCenter,
                             name);
            return;
        }
        painter.save();
        painter.translate(middle, top + 3);
        painter.rotate(-90);
        painter.drawText(QRectF(-kLongestName, -metrics.height() / 2.0, kLongestName, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetrics(strong).elidedText(name, Qt::ElideRight, kLongestName));
        painter.restore();
    };
    for (std::size_t column = 0; column < axis.count; ++column) {
        const double middle = axis.at(column) + axis.step() / 2;
        const bool besideCurrent
            = current && column != *current && std::abs(middle - axis.at(*current) - axis.step() / 2) < apart;
        if (column != current && (middle < free || besideCurrent))
            continue;
        paint(column);
        free = middle + apart;
    }
    painter.setFont(font);
}

}
