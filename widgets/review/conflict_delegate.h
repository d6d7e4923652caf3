#pragma once

#include "engine/annotation/conflict.h"

#include <QStyledItemDelegate>

namespace widgets {

/// Draws conflicts: cells of two lines, the chosen side marked, and three choices that can be clicked.
class ConflictDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where the choice of a side lies in the cell of choices.
    static QRect choiceRect(const QRect& cell, engine::ConflictSide side);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

signals:
    void sideClicked(int row, engine::ConflictSide side);

private:
    void paintChoices(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

}
