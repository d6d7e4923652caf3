#pragma once

#include "widgets/dataset/plot_card.h"
#include "widgets/dataset/slice_model.h"

class QLineEdit;

namespace widgets {

class SliceTable;

/// The card of the slices: their table, and a field for slices of one's own.
class SliceCard : public PlotCard {
    Q_OBJECT
public:
    explicit SliceCard(QWidget* parent = nullptr);

    /// @param note  what is to be said of the table, beside its name
    void setSlices(std::vector<DatasetSlice> slices, double allError, const QString& note, bool areClasses);
    void setProblem(const QString& problem); ///< of the search for one's own slice; empty: none
    void setSelection(const std::shared_ptr<const std::vector<bool>>& selection);

signals:
    void sliceClicked(const widgets::DatasetPlaces& points, widgets::SelectionStep step, const QString& name);
    void sliceWished(const QString& search);
    void removalWished(const QString& slice); ///< of one's own

private:
    SliceTable* m_table;
    QLineEdit* m_search;
};

}
