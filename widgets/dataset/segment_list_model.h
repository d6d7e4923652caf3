#pragma once

#include "widgets/dataset/dataset_content.h"

#include <QAbstractTableModel>

namespace widgets {

/// The segments of a fold as rows: what the model says of each, and what its label is. The largest error
/// comes first until a person sorts otherwise.
class SegmentListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Label, Prediction, Probability, Error, Words, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setContent(const DatasetContentPtr& content, const QString& fold);
    /// @param selection  as PointPlot::setSelection()
    void setSelection(const std::shared_ptr<const std::vector<bool>>& selection);
    void setWrongOnly(bool isOn); ///< of classes: only segments whose label is another
    std::size_t pointAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// The columns that are of use: numbers have no probability.
    bool isShown(int column) const { return column != Probability || m_content->areClasses(); }
    std::size_t wrong() const; ///< labelled segments of the fold whose class is told wrongly
    const DatasetContent& content() const { return *m_content; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Sorts by a column, the other way round where it is sorted by it already.
    void sortBy(int column);

private:
    Qt::Alignment alignmentOf(int column) const;
    QString columnName(int column) const;
    QString text(const DatasetPoint& point, int column) const;
    void makeRows();

    DatasetContentPtr m_content = std::make_shared<const DatasetContent>();
    std::shared_ptr<const std::vector<bool>> m_selection;
    QString m_fold;
    bool m_isWrongOnly = false;
    DatasetPlaces m_rows;
    int m_sortColumn = Error;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

}
