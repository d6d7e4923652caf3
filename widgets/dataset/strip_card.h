#pragma once

#include "widgets/dataset/dataset_content.h"
#include "widgets/dataset/plot_card.h"

#include <functional>

class QToolButton;

namespace widgets {

class ElidedComboBox;
class SegmentStrip;

/// The card of the selected segments, or of all where none is: their strip, its order, and their figures.
class StripCard : public PlotCard {
    Q_OBJECT
public:
    explicit StripCard(QWidget* parent = nullptr);

    SegmentStrip& strip() { return *m_strip; }
    void setContent(const DatasetContentPtr& content);
    /// @param selection  whether each point is selected
    /// @param fold       whose segments are shown while none is selected; empty: all
    void setSelection(const std::shared_ptr<const std::vector<bool>>& selection, const QString& fold);
    DatasetPlaces selected() const; ///< in the order of the strip

signals:
    void orderChanged(); ///< by a person
    /// A card of the strip was clicked; the others stay.
    void selectionWished(const widgets::DatasetPlaces& points, widgets::SelectionStep step);
    void openWished(std::size_t point);
    void playWished(std::size_t point);
    void flipWished(std::size_t point);

private:
    DatasetPlaces worstFirst(const std::function<bool(std::size_t)>& isWanted) const;
    QString note(const DatasetPlaces& places) const;

    SegmentStrip* m_strip;
    ElidedComboBox* m_order; ///< by error, by difference from another model
    QToolButton* m_flip;
    DatasetContentPtr m_content;
    std::shared_ptr<const std::vector<bool>> m_selection;
    bool m_keepsStrip = false; ///< a card of the strip was clicked: the others stay
};

}
