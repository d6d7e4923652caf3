#pragma once

#include "engine/sequences/sequence_comparison.h"
#include "engine/sequences/sequence_statistics.h"

#include <QAbstractTableModel>

namespace widgets {

/// The dimensions of a sequence, one a row: statistics of their values, or how the values differ between two
/// versions. Views sort by `Qt::UserRole`.
class StatisticsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setStatistics(engine::SequenceStatistics statistics);
    void setComparison(engine::SequenceComparison comparison);
    void clear();
    /// The column with the histogram; −1: none.
    int histogramColumn() const;
    const engine::Histogram* histogram(int row) const;
    /// The table as CSV. The first line holds the heads of the columns; numbers have all their digits.
    QString toCsv() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant value(int row, int column) const; ///< a number or a text
    QString finding(int row) const; ///< what is odd about the dimension; empty: nothing

    enum class Kind { Nothing, Statistics, Comparison };
    Kind m_kind = Kind::Nothing;
    engine::SequenceStatistics m_statistics;
    engine::SequenceComparison m_comparison;
};

}
