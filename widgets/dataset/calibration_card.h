#pragma once

#include "widgets/dataset/dataset_content.h"
#include "widgets/dataset/plot_card.h"

namespace widgets {

class CalibrationPlot;

/// The card of the calibration: what people say where a model says so much, in eighths of the scale.
class CalibrationCard : public PlotCard {
    Q_OBJECT
public:
    explicit CalibrationCard(QWidget* parent = nullptr);

    /// @param fold  whose segments count; empty: all
    void setContent(const DatasetContentPtr& content, const QString& fold);

signals:
    void selectionWished(const widgets::DatasetPlaces& points, widgets::SelectionStep step);

private:
    std::pair<double, double> scale() const;
    void select(std::size_t part, SelectionStep step);

    CalibrationPlot* m_plot;
    DatasetContentPtr m_content;
    QString m_fold;
};

}
