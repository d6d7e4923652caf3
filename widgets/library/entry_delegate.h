#pragma once

#include <QStyledItemDelegate>

namespace widgets {

/// Draws a library entry: picture, id, what is known of it or the words that were found, coverage per
/// modality, the first label of its segments as small bars.
class EntryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
