#pragma once

#include <QStyledItemDelegate>

namespace widgets {

/// Paints a recent project: its picture, name, place, and what is wrong with it.
class RecentDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { Entry = Qt::UserRole, Place, Trouble, Picture };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
