#pragma once

#include "widgets/base/selection_step.h"
#include "widgets/dataset/dataset_content.h"

#include <QListView>
#include <QPixmap>

#include <map>
#include <memory>
#include <vector>

namespace widgets {

class StripModel;

/// The selected segments as cards in a row: picture, label and prediction, words. A click
/// selects, arrows move, Enter or a double click opens, Space plays.
class SegmentStrip : public QListView {
    Q_OBJECT
public:
    explicit SegmentStrip(QWidget* parent = nullptr);

    /// @param points  in the order in which they are shown
    void setSegments(const DatasetContentPtr& content, const DatasetPlaces& points);
    /// @param selection  whether each point of the dataset is selected; those are marked, unless all are
    void setSelection(const std::shared_ptr<const std::vector<bool>>& selection);
    void setPicture(std::size_t point, const QImage& picture);
    void forgetPictures(); ///< of another dataset

signals:
    void picturesWished(const widgets::DatasetPlaces& points); ///< of the cards in sight that have none yet
    void selectionWished(const widgets::DatasetPlaces& points, widgets::SelectionStep step);
    void openWished(std::size_t point);
    void playWished(std::size_t point);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void askForPictures();

    StripModel* m_model;
    bool m_isAsking = false; ///< once the event loop runs again
};

}
