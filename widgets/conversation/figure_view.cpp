#include "widgets/conversation/figure_view.h"

#include "widgets/base/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kInitialRole = Qt::UserRole + 1; ///< what stands in the disc before a name
constexpr int kColourRole = Qt::UserRole + 2; ///< number of the disc's colour
constexpr double kHeadFont = 0.86;

/// Leaves room before a name for a disc with its initial.
class NameDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        if (index.data(kInitialRole).isValid())
            size.rwidth() += option.fontMetrics.height() + 4;
        return size;
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QVariant initial = index.data(kInitialRole);
        if (!initial.isValid()) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        const int size = option.fontMetrics.height();
        QStyleOptionViewItem shifted = option;
        shifted.rect.setLeft(option.rect.left() + size + 4);
        QStyledItemDelegate::paint(painter, shifted, index);
        const QRectF disc(option.rect.left() + 2, option.rect.center().y() - size / 2.0 + 0.5, size, size);
        paintInitial(*painter, disc, initial.toString(),
                     themeOf(option.palette).trackColour(index.data(kColourRole).toInt()));
    }
};

}

FigureView::FigureView(const QString& name, QWidget* parent) : QTableWidget(parent)
{
    setObjectName(name);
    setItemDelegate(new NameDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(18);
    fitHeight();
}

void FigureView::setTable(const FigureTable& table, const std::vector<PersonLook>& people)
{
    setAccessibleName(table.title);
    clear();
    setColumnCount(static_cast<int>(table.heads.size()));
    setRowCount(static_cast<int>(table.rows.size()));
    const QStringList initials = initialsOf(people);
    const auto alignment = [&](int column) {
        return Qt::AlignVCenter | (column < table.textColumns ? Qt::AlignLeft : Qt::AlignRight);
    };
    for (int column = 0; column < columnCount(); ++column) {
        auto* head = new QTableWidgetItem(table.heads[column]);
        head->setTextAlignment(alignment(column));
        head->setToolTip(table.tips.value(column));
        setHorizontalHeaderItem(column, head);
        horizontalHeader()->setSectionResizeMode(
            column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    for (int row = 0; row < rowCount(); ++row) {
        const std::vector<FigureCell>& cells = table.rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < columnCount(); ++column) {
            const FigureCell& cell = cells[static_cast<std::size_t>(column)];
            auto* item = new QTableWidgetItem(cell.shown);
            item->setTextAlignment(alignment(column));
            item->setToolTip(cell.tip.isEmpty() && column < table.textColumns ? cell.shown : cell.tip);
            if (!cell.tip.isEmpty())
                item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(cell.shown, cell.tip));
            if (cell.isFound) {
                QFont bold = font();
                bold.setWeight(QFont::Bold);
                item->setFont(bold);
            }
            if (cell.person >= 0) {
                item->setData(kInitialRole, initials.value(cell.person));
                item->setData(kColourRole, people[static_cast<std::size_t>(cell.person)].colour);
            }
            setItem(row, column, item);
        }
    }
    fitHeight();
}

/// Rows follow the font.
void FigureView::fitHeight()
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * kHeadFont);
    horizontalHeader()->setFont(small);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    updateGeometry();
}

QSize FigureView::sizeHint() const
{
    const int line = verticalHeader()->defaultSectionSize();
    return {horizontalHeader()->length(), horizontalHeader()->sizeHint().height() + rowCount() * line + 2};
}

void FigureView::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

}
