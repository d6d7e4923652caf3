#pragma once

#include "widgets/dataset/mark_legend.h"
#include "widgets/dataset/plot_card.h"

class QToolButton;

namespace widgets {

class TernaryPlot;

/// The card *Who decides*: the shares of the modalities, what the marks mean, and how far the predictions
/// are a sum of one function per modality.
class DecisionCard : public PlotCard {
    Q_OBJECT
public:
    explicit DecisionCard(QWidget* parent = nullptr);

    TernaryPlot& plot() { return *m_plot; }
    void setMarks(const std::shared_ptr<const DatasetMarks>& marks); ///< of the legend
    void setAdditiveShare(const QString& note, const QString& details, const QString& action);
    void placeLegend();

signals:
    void additiveWished();
    void kindClicked(std::size_t kind, widgets::SelectionStep step);

private:
    TernaryPlot* m_plot;
    MarkLegend* m_legend;
    QToolButton* m_additive; ///< asks how far the predictions are sums
};

}
