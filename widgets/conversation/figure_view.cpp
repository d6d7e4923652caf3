#include "widgets/conversation/figure_view.h"

#include "widgets/base/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr int kInitialRole = Qt::UserRole + 1; ///< what stands in the disc before a name
constexpr int kColourRole = Qt::UserRole + 2; ///< number of the disc's colour
constexpr double kHeadFont = 0.82;
constexpr int kHeadPadding = 8; ///< pixels, of both sides
constexpr int kLeastName = 12; ///< letters of a name that are in sight before a table scrolls

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

FigureView::FigureView(const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_cells(new QStandardItemModel(this))
{
    setObjectName(name);
    setModel(m_cells);
    setItemDelegate(new NameDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    verticalHeader()->hide();
    horizontalHeader()->setProperty("isNarrow", true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(18);
    fitHeight();
}

void FigureView::setTable(const FigureTable& table, const std::vector<PersonLook>& people)
{
    setAccessibleName(table.title);
    m_cells->clear();
    m_cells->setColumnCount(static_cast<int>(table.heads.size()));
    const QStringList initials = initialsOf(people);
    const auto alignment = [&](int column) {
        return Qt::AlignVCenter | (column < table.textColumns ? Qt::AlignLeft : Qt::AlignRight);
    };
    for (int column = 0; column < m_cells->columnCount(); ++column) {
        auto* head = new QStandardItem(table.heads[column]);
        head->setTextAlignment(alignment(column));
        head->setToolTip(table.tips.value(column));
        m_cells->setHorizontalHeaderItem(column, head);
    }
    for (const std::vector<FigureCell>& cells : table.rows) {
        QList<QStandardItem*> row;
        for (const FigureCell& cell : cells) {
            auto* item = new QStandardItem(cell.shown);
            const bool isText = row.size() < table.textColumns;
            item->setTextAlignment(alignment(static_cast<int>(row.size())));
            item->setToolTip(cell.tip.isEmpty() && isText ? cell.shown : cell.tip);
            if (!cell.tip.isEmpty())
                item->setData(QStringLiteral("%1, %2").arg(cell.shown, cell.tip), Qt::AccessibleTextRole);
            if (cell.isFound) {
                QFont bold = font();
                bold.setWeight(QFont::Bold);
                item->setFont(bold);
            }
            if (cell.person >= 0) {
                item->setData(initials.value(cell.person), kInitialRole);
                item->setData(people[static_cast<std::size_t>(cell.person)].colour, kColourRole);
            }
            row << item;
        }
        m_cells->appendRow(row);
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
    shareOutWidth();
    updateGeometry();
}

/// Numbers have what they need; the rest is the first column's, and where there is none left of it, the table
/// scrolls.
void FigureView::shareOutWidth()
{
    if (m_cells->columnCount() == 0)
        return;
    const QFontMetrics heads(horizontalHeader()->font());
    int rest = viewport()->width();
    for (int column = 1; column < m_cells->columnCount(); ++column) {
        const int head
            = heads.horizontalAdvance(m_cells->headerData(column, Qt::Horizontal).toString()) + kHeadPadding;
        const int wide = std::max(sizeHintForColumn(column), head);
        setColumnWidth(column, wide);
        rest -= wide;
    }
    const int names = std::min(sizeHintForColumn(0), fontMetrics().averageCharWidth() * kLeastName);
    setColumnWidth(0, std::max(rest, names));
    if (std::exchange(m_isTooWide, rest < names) != m_isTooWide)
        updateGeometry(); // the scroll bar has to have room
}

QSize FigureView::sizeHint() const
{
    const int rows = m_cells->rowCount() * verticalHeader()->defaultSectionSize();
    const int bar = m_isTooWide ? horizontalScrollBar()->sizeHint().height() : 0;
    return {horizontalHeader()->length(), horizontalHeader()->sizeHint().height() + rows + bar + 2};
}

void FigureView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void FigureView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareOutWidth();
}

}
