#include "app/planning/plan_table.h"

#include "app/planning/plan_texts.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace app {

namespace {

enum CellRole { kStateRole = Qt::UserRole + 1, kCostRole };
enum CellState { Misses = 0, Reaches = 1, IsCheapest = 2 };

void paintCell(QPainter& painter, const QRectF& rect, int state, const widgets::Theme& theme, bool isFaded)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = state == Misses ? widgets::mixed(theme.panel, theme.muted, 0.22)
                                        : widgets::mixed(theme.panel, theme.accent, 0.75);
    painter.setBrush(isFaded ? widgets::mixed(fill, theme.panel, 0.7) : fill);
    painter.setPen(state == IsCheapest && !isFaded ? QPen(theme.text, 2.5) : QPen(Qt::NoPen));
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 3, 3);
}

/// Two lines in a cell whose look says whether the wish is reached.
class PlanCellDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const widgets::Theme& theme = widgets::themeOf(option.palette);
        const bool isFaded = !(option.state & QStyle::State_Enabled);
        const int state = index.data(kStateRole).toInt();
        painter->save();
        const QRectF rect(option.rect);
        paintCell(*painter, rect, state, theme, isFaded);
        if (option.state & QStyle::State_Selected && !isFaded) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(theme.text, 1.5, Qt::DashLine));
            painter->drawRoundedRect(rect.adjusted(5, 5, -5, -5), 2, 2);
        }
        const QColor ground = state == Misses ? theme.panel : widgets::mixed(theme.panel, theme.accent, 0.75);
        const QColor text = state == Misses ? theme.text : widgets::readableOn(ground);
        painter->setPen(isFaded ? theme.muted : text);
        QFont font = option.font;
        font.setBold(state != Misses);
        painter->setFont(font);
        const double line = option.fontMetrics.height();
        const double middle = rect.center().y();
        painter->drawText(QRectF(rect.left(), middle - line - 1, rect.width(), line), Qt::AlignCenter,
                          index.data().toString());
        font.setBold(false);
        painter->setFont(font);
        painter->drawText(QRectF(rect.left(), middle + 1, rect.width(), line), Qt::AlignCenter,
                          index.data(kCostRole).toString());
        painter->restore();
    }
};

/// A cell without text, for the legend.
class Swatch : public QWidget {
public:
    Swatch(int state, QWidget* parent) : QWidget(parent), m_state(state)
    {
        const int line = fontMetrics().height();
        setFixedSize(line * 3 / 2, line + 4);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintCell(painter, rect(), m_state, widgets::themeOf(palette()), false);
    }

private:
    int m_state;
};

}

PlanTable::PlanTable(QWidget* parent) : QTableWidget(parent)
{
    setItemDelegate(new PlanCellDelegate(this));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    QFont bold = font();
    bold.setBold(true);
    horizontalHeader()->setMinimumSectionSize(QFontMetrics(bold).horizontalAdvance(QStringLiteral("★ ±0.000"))
                                              + 10);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() * 2 + 12);
    connect(this, &QTableWidget::currentCellChanged, this, &PlanTable::chosen);
}

bool PlanTable::reaches(const engine::DesignRow& row, double halfWidth)
{
    return row.raters > 1 && row.halfWidthOfUnits && *row.halfWidthOfUnits <= halfWidth;
}

void PlanTable::setDesign(const std::vector<engine::DesignRow>& rows, double halfWidth)
{
    const QSignalBlocker quiet(this);
    clear();
    m_rows = rows;
    m_units.clear();
    m_most = 0;
    m_cheapest = nullptr;
    const engine::DesignRow* nearest = nullptr;
    for (const engine::DesignRow& row : m_rows) {
        if (std::ranges::find(m_units, row.units) == m_units.end())
            m_units.push_back(row.units);
        m_most = std::max(m_most, row.raters);
        if (reaches(row, halfWidth)
            && (!m_cheapest
                || std::pair(row.cost, row.raters) < std::pair(m_cheapest->cost, m_cheapest->raters)))
            m_cheapest = &row;
        if (row.halfWidthOfUnits && (!nearest || *row.halfWidthOfUnits < *nearest->halfWidthOfUnits))
            nearest = &row;
    }
    setRowCount(m_most > 1 ? static_cast<int>(m_most) - 1 : 0);
    setColumnCount(static_cast<int>(m_units.size()));
    for (std::size_t raters = m_most; raters > 1; --raters)
        setVerticalHeaderItem(static_cast<int>(m_most - raters),
                              new QTableWidgetItem(tr("%n person(s)", nullptr, static_cast<int>(raters))));
    for (std::size_t column = 0; column < m_units.size(); ++column)
        setHorizontalHeaderItem(
            static_cast<int>(column),
            new QTableWidgetItem(PlanTexts::figure(static_cast<double>(m_units[column]), 0)));
    for (const engine::DesignRow& row : m_rows) {
        if (row.raters > 1)
            showCell(row, halfWidth);
    }
    const int head = horizontalHeader()->sizeHint().height() + 2;
    setMinimumHeight(head + std::min(rowCount(), 5) * verticalHeader()->minimumSectionSize());
    setMaximumHeight(head + std::max(3, rowCount()) * verticalHeader()->minimumSectionSize() * 3 / 2);
    if (const engine::DesignRow* choice = m_cheapest ? m_cheapest : nearest) {
        const auto column = std::ranges::find(m_units, choice->units) - m_units.begin();
        setCurrentCell(static_cast<int>(m_most - choice->raters), static_cast<int>(column));
    }
}

void PlanTable::showCell(const engine::DesignRow& row, double halfWidth)
{
    const int state = &row == m_cheapest ? IsCheapest : reaches(row, halfWidth) ? Reaches : Misses;
    const QString width = row.halfWidthOfUnits
        ? QStringLiteral("±") + PlanTexts::figure(*row.halfWidthOfUnits, 3)
        : tr("undefined");
    const QString sign = state == IsCheapest ? QStringLiteral("★ ")
        : state == Reaches                   ? QStringLiteral("✓ ")
                                             : QString();
    auto* item = new QTableWidgetItem(sign + width);
    item->setData(kStateRole, state);
    item->setData(kCostRole, PlanTexts::costText(row.cost));
    const QString verdict = state == IsCheapest ? tr("the cheapest that reaches the wish")
        : state == Reaches                      ? tr("reaches the wish")
                                                : tr("does not reach the wish");
    item->setData(
        Qt::AccessibleTextRole,
        tr("%n person(s) on %1 segments: %2 at a cost of %3, %4", nullptr, static_cast<int>(row.raters))
            .arg(QString::number(row.units), width, PlanTexts::costText(row.cost), verdict));
    item->setToolTip(PlanTexts::chosen(row));
    const auto column = std::ranges::find(m_units, row.units) - m_units.begin();
    setItem(static_cast<int>(m_most - row.raters), static_cast<int>(column), item);
}

const engine::DesignRow* PlanTable::chosenRow() const
{
    if (currentRow() < 0 || currentColumn() < 0)
        return nullptr;
    const std::size_t raters = m_most - static_cast<std::size_t>(currentRow());
    const std::size_t units = m_units[static_cast<std::size_t>(currentColumn())];
    for (const engine::DesignRow& row : m_rows) {
        if (row.raters == raters && row.units == units)
            return &row;
    }
    return nullptr;
}

PlanLegend::PlanLegend(QWidget* parent) : QWidget(parent)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    const auto entry = [&](int state, const QString& name, const QString& text) {
        line->addWidget(new Swatch(state, this));
        auto* label = widgets::mutedLabel(name, this);
        label->setWordWrap(false);
        label->setText(text);
        line->addWidget(label);
        line->addSpacing(fontMetrics().height() / 2);
    };
    entry(Reaches, QStringLiteral("planLegend"), {});
    entry(Misses, {}, tr("does not"));
    entry(IsCheapest, {}, tr("★ the cheapest that does"));
    line->addStretch(1);
    auto* what = widgets::mutedLabel({}, this);
    what->setWordWrap(false);
    what->setText(tr("half width over cost"));
    line->addWidget(what);
}

void PlanLegend::setHalfWidth(double halfWidth)
{
    findChild<QLabel*>(QStringLiteral("planLegend"))
        ->setText(tr("✓ reaches ± %1").arg(PlanTexts::figure(halfWidth, 2)));
}

}
