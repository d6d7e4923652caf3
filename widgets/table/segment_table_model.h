#pragma once

#include "engine/core/interval.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace widgets {

/// Words or labelled segments as a table: start, end, length in seconds, text, and one column per label.
/// Every cell but the length can be edited; an edit is only announced.
class SegmentTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Start, End, Length, Text, FirstLabel };
    struct Row {
        engine::Interval span;
        QString text;
        QStringList labels; ///< one text per label column; empty: nobody gave the segment this label
        friend bool operator==(const Row&, const Row&) = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param labels  names of the label columns
    void setRows(std::vector<Row> rows, const QStringList& labels);
    void setEditable(bool editable) { m_editable = editable; }
    bool isEditable() const { return m_editable; }
    const std::vector<Row>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void timeEdited(std::size_t row, bool atEnd, const QString& text);
    void textEdited(std::size_t row, const QString& text);
    /// An empty text takes the value away.
    void labelEdited(std::size_t row, const QString& label, const QString& text);

private:
    QString cell(const Row& row, int column) const;

    std::vector<Row> m_rows;
    QStringList m_labels;
    bool m_editable = true;
};

}
