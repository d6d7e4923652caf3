#include "widgets/dataset/slice_table.h"

#include "widgets/base/theme.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace widgets {

namespace {

/// Draws the interval of a slice, its mean and, dashed, the mean of all.
class IntervalDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QVariantList parts = index.data(SliceModel::IntervalRole).toList();
        if (parts.size() != 4)
            return;
        const Theme& theme = themeOf(option.palette);
        const QRectF room = QRectF(option.rect).adjusted(8, 0, -8, 0);
        const auto x = [&](int part) { return room.left() + parts[part].toDouble() * room.width(); };
        const double y = room.center().y();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.muted, 1.0, Qt::DashLine));
        painter->drawLine(QPointF(x(3), room.top() + 3), QPointF(x(3), room.bottom() - 3));
        if (parts[0].toDouble() >= 0.0) {
            painter->setPen(QPen(theme.muted, 2.4, Qt::SolidLine, Qt::RoundCap));
            painter->drawLine(QPointF(x(0), y), QPointF(x(2), y));
        }
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.text);
        painter->drawEllipse(QPointF(x(1), y), 3.6, 3.6);
        painter->restore();
    }
};

}

SliceTable::SliceTable(QWidget* parent) : QTableView(parent), m_slices(new SliceModel(this))
{
    setObjectName(QStringLiteral("sliceTable"));
    setAccessibleName(tr("Slices"));
    setModel(m_slices);
    setItemDelegateForColumn(SliceModel::Interval, new IntervalDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(fontMetrics().height() * 5);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, m_slices, &SliceModel::sortBy);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
}

void SliceTable::setSlices(std::vector<DatasetSlice> slices, double all, bool areClasses)
{
    m_slices->setSlices(std::move(slices), all, areClasses);
    for (int column = 0; column < SliceModel::Columns; ++column)
        setColumnHidden(column, !m_slices->isShown(column));
    shareOutWidth();
}

void SliceTable::choose(int row)
{
    if (row >= 0 && row < m_slices->rowCount())
        emit sliceClicked(m_slices->sliceAt(row).points, selectionStep(QGuiApplication::keyboardModifiers()));
}

void SliceTable::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().row();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        choose(row);
    else if (event->key() == Qt::Key_Delete && row >= 0 && m_slices->sliceAt(row).isOwn)
        emit removalWished(m_slices->sliceAt(row).name);
    else if (event->key() == Qt::Key_Escape)
        event->ignore(); // the view's: it clears the selection
    else
        QTableView::keyPressEvent(event);
}

void SliceTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareOutWidth();
}

void SliceTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    shareOutWidth();
}

/// Numbers take what they need; the name and the interval share the rest.
void SliceTable::shareOutWidth()
{
    int rest = viewport()->width();
    const int most = m_slices->isShown(SliceModel::Bias) ? 9 : 7; // columns to which the width would do
    const auto need = [this](const char* widest, int column) {
        return std::max(fontMetrics().horizontalAdvance(QLatin1String(widest)),
                        horizontalHeader()->sectionSizeHint(column))
            + 6;
    };
    for (const auto& [column, widest] : {std::pair(SliceModel::Count, "25 000"),
                                         {SliceModel::Error, "0.00 *"},
                                         {SliceModel::Bias, "+0.00"},
                                         {SliceModel::Accuracy, "0.00"},
                                         {SliceModel::Selected, "25 000 of 25 000"}}) {
        if (!m_slices->isShown(column))
            continue;
        const int wide = std::min(need(widest, column),
                                  viewport()->width() / (column == SliceModel::Selected ? most - 3 : most));
        setColumnWidth(column, wide);
        rest -= wide;
    }
    const int name = std::clamp(sizeHintForColumn(SliceModel::Name) + 6, rest * 48 / 100, rest * 65 / 100);
    setColumnWidth(SliceModel::Name, name);
    setColumnWidth(SliceModel::Interval, rest - name);
}

}
