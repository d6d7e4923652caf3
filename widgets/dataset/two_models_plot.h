#pragma once

#include "widgets/dataset/point_plot.h"
#include "widgets/dataset/value_axes.h"

namespace widgets {

/// What two models say of each segment: the model of the view to the right, the other upwards.
class TwoModelsPlot : public PointPlot {
    Q_OBJECT
public:
    explicit TwoModelsPlot(QWidget* parent = nullptr);

protected:
    std::optional<QPointF> place(const DatasetPoint& point) const override;
    void paintGround(QPainter& painter) const override;

private:
    ValueAxes axes() const;
};

}
