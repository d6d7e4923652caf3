#include "widgets/base/text_rows.h"

#include "widgets/base/form_kit.h"

#include <QHeaderView>
#include <QTreeWidget>

namespace widgets {

namespace {

void fitColumn(QTreeWidget& rows, int column)
{
    rows.resizeColumnToContents(column);
    rows.setColumnWidth(column, rows.columnWidth(column) + rows.fontMetrics().height());
}

}

QTreeWidget* textRows(const char* name, const QString& accessibleName, const QStringList& heads,
                      QWidget* parent)
{
    auto* rows = named(new QTreeWidget(parent), name, accessibleName);
    rows->setHeaderLabels(heads);
    rows->setUniformRowHeights(true);
    rows->setRootIsDecorated(false);
    rows->setFrameShape(QFrame::NoFrame);
    rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    rows->header()->setSectionsMovable(false);
    rows->setStyleSheet(QStringLiteral("QTreeView::item { padding: 2px 6px; }")); // as its head has it
    return rows;
}

void fitColumns(QTreeWidget& rows, std::initializer_list<int> columns)
{
    for (const int column : columns)
        fitColumn(rows, column);
}

void fitColumns(QTreeWidget& rows)
{
    const int count = rows.columnCount() - (rows.header()->stretchLastSection() ? 1 : 0);
    for (int column = 0; column < count; ++column)
        fitColumn(rows, column);
}

QString sortedHead(const QString& name, Qt::SortOrder order)
{
    return name + (order == Qt::DescendingOrder ? QStringLiteral(" ▾") : QStringLiteral(" ▴"));
}

}
