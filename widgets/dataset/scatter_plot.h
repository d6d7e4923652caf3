#pragma once

#include "widgets/dataset/point_plot.h"
#include "widgets/dataset/value_axes.h"

namespace widgets {

/// Label (to the right) and prediction (upwards) of each labelled segment; of classes, upwards what the model
/// gives the class of the label.
class ScatterPlot : public PointPlot {
    Q_OBJECT
public:
    explicit ScatterPlot(QWidget* parent = nullptr);

protected:
    std::optional<QPointF> place(const DatasetPoint& point) const override;
    void paintGround(QPainter& painter) const override;

private:
    ValueAxes axes() const;
    void paintColumns(QPainter& painter) const;
};

}
