#pragma once

#include <QStyledItemDelegate>

namespace widgets {

/// Draws a library entry: picture, id, speaker, length, fold, coverage per modality, the labels as small
/// bars.
class EntryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

signals:
    void thumbnailWanted(const QString& id) const; ///< an entry without picture came into sight
};

}
