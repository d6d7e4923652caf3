#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QStyledItemDelegate>

#include <map>
#include <vector>

namespace widgets {

/// One suspicious label, as it is listed.
struct SuspectRow {
    QString title; ///< `eve_5 · 5`
    QString value; ///< `+2`
    QString kind; ///< what it may be: `sign flipped`
    QString reason; ///< why, in a sentence
    double score = 0.0; ///< 0…1

    friend bool operator==(const SuspectRow&, const SuspectRow&) = default;
};

/// Suspicious labels as a list.
class SuspectModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<SuspectRow> rows); ///< pictures are forgotten
    void setPicture(std::size_t row, const QImage& picture);
    const SuspectRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    QImage picture(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<SuspectRow> m_rows;
    std::map<int, QImage> m_pictures;
};

/// Draws a row: a picture with the label's value, which segment, how suspicious it is of what, and why in
/// two lines.
class SuspectDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
