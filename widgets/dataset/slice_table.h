#pragma once

#include "widgets/dataset/slice_model.h"

#include <QTableView>

namespace widgets {

/// The table of slices: a click on a row, or Enter, selects its segments.
class SliceTable : public QTableView {
    Q_OBJECT
public:
    explicit SliceTable(QWidget* parent = nullptr);

    SliceModel& slices() { return *m_slices; }
    /// As SliceModel::setSlices(), with the columns that are of use.
    void setSlices(std::vector<DatasetSlice> slices, double all, bool areClasses);

signals:
    void sliceClicked(const widgets::DatasetPlaces& points, widgets::SelectionStep step);
    void removalWished(const QString& slice); ///< of one's own

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void choose(int row);
    void shareOutWidth();

    SliceModel* m_slices;
};

}
