#pragma once

#include "widgets/dataset/dataset_content.h"
#include "widgets/dataset/plot_card.h"

namespace widgets {

class ModelChooser;
class TwoModelsPlot;

/// The card of two models: which is the other one, and what both say.
class TwoModelsCard : public PlotCard {
    Q_OBJECT
public:
    explicit TwoModelsCard(QWidget* parent = nullptr);

    ModelChooser& others() { return *m_others; }
    TwoModelsPlot& plot() { return *m_plot; }
    void setContent(const DatasetContentPtr& content);
    /// Whose segments the figures are of; empty: of all.
    void setFold(const QString& fold);
    /// What is going on, or went wrong; empty: the points are shown.
    void setState(const QString& state);

private:
    ModelChooser* m_others;
    TwoModelsPlot* m_plot;
    DatasetContentPtr m_content = std::make_shared<const DatasetContent>();
    QString m_fold;
    QString m_state;
    bool m_isKnown = false;
    void showFigures();
    void showMessage();
};

}
