#pragma once

#include "engine/explain/slice_figures.h"
#include "widgets/dataset/dataset_content.h"

#include <QAbstractTableModel>

namespace widgets {

/// Some of the segments, under a name, with how the model does on them.
struct DatasetSlice {
    QString name; ///< `speaker: bert`
    DatasetPlaces points; ///< ascending; labelled ones
    engine::SliceFigures figures;
    bool isBeyondChance = false; ///< worse than all others, by Benjamini & Hochberg over the table
    bool isOwn = false; ///< a person asked for it
};

/// The slices as rows, worst first until a person sorts otherwise.
class SliceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Count, Error, Interval, Bias, Accuracy, Selected, Columns };
    /// Interval: the slice's, its mean and the mean of all, as four parts of the axis; QVariantList of
    /// double.
    enum Role { IntervalRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param all  the mean absolute error of all segments
    /// @param areClasses  errors are 1 where the class is another, else 0
    void setSlices(std::vector<DatasetSlice> slices, double all, bool areClasses);
    /// The columns that are of use: a class is not too high, and has no sign.
    bool isShown(int column) const { return !m_areClasses || (column != Bias && column != Accuracy); }
    /// @param selection  as PointPlot::setSelection()
    void setSelection(const std::shared_ptr<const std::vector<bool>>& selection);
    const DatasetSlice& sliceAt(int row) const { return m_slices[static_cast<std::size_t>(row)]; }
    double allError() const { return m_all; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    /// Sorts by a column, the other way round where it is sorted by it already.
    void sortBy(int column);

private:
    QString columnName(int column) const;
    QString text(const DatasetSlice& slice, std::size_t row, int column) const;
    double value(const DatasetSlice& slice, std::size_t row, int column) const;
    void countSelected();

    std::vector<DatasetSlice> m_slices;
    std::vector<std::size_t> m_selected; ///< segments of each that are selected
    std::size_t m_selection = 0; ///< selected segments
    double m_all = 0.0;
    bool m_areClasses = false;
    double m_widest = 1.0; ///< end of the axis of intervals
    std::shared_ptr<const std::vector<bool>> m_marks;
    int m_sortColumn = Error;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

}
