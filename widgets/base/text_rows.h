#pragma once

#include <QString>
#include <QStringList>

#include <initializer_list>

class QTreeWidget;
class QWidget;

/// Lists of texts in columns, as dialogs show their results in.
namespace widgets {

/// A list without a tree, whose rows are not edited and whose columns keep their order.
/// @param name, accessibleName  as named() has them
QTreeWidget* textRows(const char* name, const QString& accessibleName, const QStringList& heads,
                      QWidget* parent);

/// Makes columns as wide as their texts, and the height of a line wider.
void fitColumns(QTreeWidget& rows, std::initializer_list<int> columns);

/// The same of all columns, but for a last one that takes the rest.
void fitColumns(QTreeWidget& rows);

/// The head of a column by which rows are sorted: its name and an arrow.
QString sortedHead(const QString& name, Qt::SortOrder order);

}
