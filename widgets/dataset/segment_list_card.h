#pragma once

#include "widgets/dataset/plot_card.h"
#include "widgets/dataset/segment_list_model.h"

class QTableView;
class QToolButton;

namespace widgets {

/// The card of all segments in a table, of classes also of those alone that are told wrongly. A click
/// selects, Enter or a double click opens, Space plays.
class SegmentListCard : public PlotCard {
    Q_OBJECT
public:
    explicit SegmentListCard(QWidget* parent = nullptr);

    /// @param fold  whose segments are shown; empty: all
    void setContent(const DatasetContentPtr& content, const QString& fold);
    /// @param selection  whether each point is selected; these stand out
    void setSelection(const std::shared_ptr<const std::vector<bool>>& selection);

signals:
    void selectionWished(const widgets::DatasetPlaces& points, widgets::SelectionStep step);
    void openWished(std::size_t point);
    void playWished(std::size_t point);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showNote();
    void shareOutWidth();
    bool takeKey(int key);

    SegmentListModel* m_model;
    QTableView* m_table;
    QToolButton* m_wrong;
};

}
