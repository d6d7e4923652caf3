#include "widgets/training/difference_table.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kDifferenceDecimals = 3;
constexpr int kDrawnRole
    = Qt::UserRole + 1; ///< low, middle, high from −1 to 1; without an interval the middle

/// Draws the interval of a difference beside 0.
class DifferenceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QVariantList parts = index.data(kDrawnRole).toList();
        const Theme& theme = themeOf(option.palette);
        const QRectF room = QRectF(option.rect).adjusted(10, 0, -10, 0);
        const auto x = [&](double part) { return room.center().x() + part * room.width() / 2.0; };
        const double y = room.center().y();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.muted, 1.0, Qt::DashLine));
        painter->drawLine(QPointF(x(0.0), room.top() + 2), QPointF(x(0.0), room.bottom() - 2));
        if (parts.size() == 3) {
            painter->setPen(QPen(theme.muted, 2.4, Qt::SolidLine, Qt::RoundCap));
            painter->drawLine(QPointF(x(parts[0].toDouble()), y), QPointF(x(parts[2].toDouble()), y));
        }
        if (!parts.isEmpty()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.text);
            painter->drawEllipse(QPointF(x(parts[parts.size() / 2].toDouble()), y), 3.6, 3.6);
        }
        painter->restore();
    }
};

QString valueText(const FigureDifference& figure, std::size_t side)
{
    if (!figure.values[side])
        return QStringLiteral("–");
    const QString value = shownNumber(*figure.values[side], kDifferenceDecimals, 'f');
    return figure.deviations[side] > 0.0
        ? QStringLiteral("%1 ± %2").arg(value, shownNumber(figure.deviations[side], kDifferenceDecimals, 'f'))
        : value;
}

QString toldText(const FigureDifference& figure)
{
    if (!figure.difference)
        return DifferenceTable::tr("not defined here");
    if (!figure.interval)
        return DifferenceTable::tr("too few videos to tell");
    const std::optional<int> better = figure.better();
    if (!better)
        return DifferenceTable::tr("%n seed(s) cannot tell", nullptr, static_cast<int>(figure.seeds));
    return *better == 0 ? DifferenceTable::tr("A is better") : DifferenceTable::tr("B is better");
}

/// The largest size among gains and their ends; 1 when all are 0.
double reachOf(const std::vector<FigureDifference>& figures)
{
    double reach = 0.0;
    for (const FigureDifference& figure : figures) {
        if (figure.difference)
            reach = std::max(reach, std::abs(*figure.difference));
        if (figure.interval)
            reach = std::max({reach, std::abs(figure.interval->start), std::abs(figure.interval->end)});
    }
    return reach > 0.0 ? reach : 1.0;
}

QVariantList drawnParts(const FigureDifference& figure, double reach)
{
    if (!figure.difference)
        return {};
    const std::optional<engine::Interval> interval = figure.gainInterval();
    if (!interval)
        return {*figure.gain() / reach};
    return {interval->start / reach, *figure.gain() / reach, interval->end / reach};
}

}

std::optional<double> FigureDifference::gain() const
{
    return difference && isErrorLike ? std::optional(-*difference) : difference;
}

std::optional<engine::Interval> FigureDifference::gainInterval() const
{
    return interval && isErrorLike ? std::optional(engine::Interval{-interval->end, -interval->start})
                                   : interval;
}

std::optional<int> FigureDifference::better() const
{
    const std::optional<engine::Interval> gained = gainInterval();
    if (seeds < 2 || !gained || (gained->start <= 0.0 && gained->end >= 0.0))
        return std::nullopt;
    return gained->start > 0.0 ? 1 : 0;
}

DifferenceTable::DifferenceTable(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("differenceTable"));
    setAccessibleName(tr("Figures of both sides"));
    setHeaderLabels({tr("Figure"), QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("B − A"),
                     tr("← A better · B better →"), tr("What can be told")});
    for (const Column column : {First, Second, Difference})
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    headerItem()->setTextAlignment(Drawn, Qt::AlignCenter);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(true);
    setItemDelegateForColumn(Drawn, new DifferenceDelegate(this));
    setToolTip(
        tr("Figures are those of the test fold, of a side with several seeds their mean and deviation. In "
           "brackets stands the interval of 95 % of the difference, by drawing videos again and again."));
}

void DifferenceTable::setFigures(const std::vector<FigureDifference>& figures)
{
    clear();
    const double reach = reachOf(figures);
    for (const FigureDifference& figure : figures) {
        auto* row = new QTreeWidgetItem(this);
        row->setText(Figure, figure.figure);
        row->setText(First, valueText(figure, 0));
        row->setText(Second, valueText(figure, 1));
        QString difference
            = figure.difference ? signedNumber(*figure.difference, kDifferenceDecimals) : QStringLiteral("–");
        if (figure.interval)
            difference += QStringLiteral(" (%1 … %2)")
                              .arg(signedNumber(figure.interval->start, kDifferenceDecimals),
                                   signedNumber(figure.interval->end, kDifferenceDecimals));
        row->setText(Difference, difference);
        for (const Column column : {First, Second, Difference})
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        row->setData(Drawn, kDrawnRole, drawnParts(figure, reach));
        row->setText(Told, toldText(figure));
        QFont font = row->font(Told);
        font.setBold(figure.better().has_value());
        row->setFont(Told, font);
    }
    const int rows = std::max(1, topLevelItemCount());
    const int line = fontMetrics().height() * 7 / 4;
    setFixedHeight(header()->sizeHint().height() + rows * line + 2 * frameWidth() + line / 3);
    for (int row = 0; row < topLevelItemCount(); ++row)
        topLevelItem(row)->setSizeHint(Drawn, QSize(0, line));
    shareOutWidth();
}

void DifferenceTable::resizeEvent(QResizeEvent* event)
{
    QTreeWidget::resizeEvent(event);
    shareOutWidth();
}

/// Texts take what they need; the drawn interval takes the rest.
void DifferenceTable::shareOutWidth()
{
    int rest = viewport()->width();
    for (const Column column : {Figure, First, Second, Difference, Told}) {
        const int wide = std::max(sizeHintForColumn(column), header()->sectionSizeHint(column)) + 12;
        if (column != Told)
            setColumnWidth(column, wide);
        rest -= wide;
    }
    setColumnWidth(Drawn, std::max(rest, fontMetrics().height() * 8));
}

}
