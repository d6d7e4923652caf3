#pragma once

#include <QStyledItemDelegate>

namespace widgets {

/// Draws in a cell how likely each step of a scale is, as a row of bars; the steps of the set have their
/// ground marked, the label's bar is the one of full colour.
class ChancesBars : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    enum Role {
        ChancesRole = Qt::UserRole + 1, ///< a list of chances, one per step
        LabelRole, ///< the step of the label
        FirstRole, ///< of the set
        LastRole,
    };
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
