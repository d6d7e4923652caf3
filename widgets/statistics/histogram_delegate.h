#pragma once

#include <QStyledItemDelegate>

namespace widgets {

/// Paints a dimension's histogram into its row. Looks through sorting and filtering to a StatisticsModel.
class HistogramDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

}
