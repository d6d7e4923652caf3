#pragma once

#include "widgets/dataset/dataset_content.h"
#include "widgets/dataset/plot_card.h"

namespace widgets {

class ResidualPlot;

/// The card of the residuals, over what a person chooses.
class ResidualCard : public PlotCard {
    Q_OBJECT
public:
    explicit ResidualCard(QWidget* parent = nullptr);

    ResidualPlot& plot() { return *m_plot; }
    /// @param places  the labelled segments whose mean error is told; none: there is nothing to compare with
    void setLabelled(const DatasetContent& content, const DatasetPlaces& places);

private:
    ResidualPlot* m_plot;
};

}
