#pragma once

#include "widgets/dataset/point_plot.h"
#include "widgets/dataset/value_axes.h"

namespace widgets {

/// Each segment that the model learnt from: how much its error moved over the epochs (to the right) and its
/// mean (upwards), as DynamicsPlot (Swayamdipta et al., Dataset Cartography, EMNLP 2020).
class TrainingPlot : public PointPlot {
    Q_OBJECT
public:
    explicit TrainingPlot(QWidget* parent = nullptr);

    void setContent(const DatasetContentPtr& content) override;

protected:
    std::optional<QPointF> place(const DatasetPoint& point) const override;
    void paintGround(QPainter& painter) const override;

private:
    ValueAxes axes() const;

    double m_mostError = 1.0;
    double m_mostSpread = 1.0;
};

}
