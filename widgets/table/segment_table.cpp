#include "widgets/table/segment_table.h"

#include "widgets/table/segment_table_model.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace widgets {

SegmentTable::SegmentTable(QWidget* parent) : QTableView(parent), m_model(new SegmentTableModel(this))
{
    setObjectName(QStringLiteral("segmentTable"));
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(false); // Tab leaves the table
    setAlternatingRowColors(false);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    verticalHeader()->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00000")));
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setMinimumSectionSize(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 8);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        const int time = fontMetrics().horizontalAdvance(QStringLiteral("Length (s)")) + 18;
        for (int column = 0; column < m_model->columnCount(); ++column)
            setColumnWidth(column, std::max(time, horizontalHeader()->sectionSizeHint(column)));
        horizontalHeader()->setSectionResizeMode(SegmentTableModel::Text, QHeaderView::Stretch);
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (!m_isFollowing && now.isValid())
            emit rowChosen(static_cast<std::size_t>(now.row()));
    });
}

void SegmentTable::setCurrentSegment(int row)
{
    if (state() == EditingState || (row == currentIndex().row() && selectionModel()->hasSelection()))
        return;
    m_isFollowing = true;
    if (row < 0) {
        selectionModel()->clear(); // no row is current: Delete has nothing to take
    } else {
        const QModelIndex index = m_model->index(row, std::max(0, currentIndex().column()));
        setCurrentIndex(index);
        scrollTo(index);
    }
    m_isFollowing = false;
}

/// Keys that write, walk or edit here are not the window's while the table has the focus; Space still plays.
bool SegmentTable::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        const bool walks = key->key() >= Qt::Key_Home && key->key() <= Qt::Key_PageDown;
        const bool edits
            = key->key() == Qt::Key_F2 || key->key() == Qt::Key_Delete || key->key() == Qt::Key_Return;
        const bool writes
            = !key->text().isEmpty() && key->text().front().isPrint() && key->key() != Qt::Key_Space;
        if (isPlain && (walks || edits || writes)) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void SegmentTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && m_model->isEditable() && currentIndex().isValid())
        emit removeRequested(static_cast<std::size_t>(currentIndex().row()));
    else
        QTableView::keyPressEvent(event);
}

}
