#include "widgets/dataset/scatter_plot.h"

namespace widgets {

ScatterPlot::ScatterPlot(QWidget* parent) : PointPlot(parent)
{
    setObjectName(QStringLiteral("scatterPlot"));
    setAccessibleName(tr("Label and prediction"));
}

ValueAxes ScatterPlot::axes() const
{
    return ValueAxes::ofScale(rect(), fontMetrics(), content().low, content().high);
}

std::optional<QPointF> ScatterPlot::place(const DatasetPoint& point) const
{
    if (!point.isLabelled())
        return std::nullopt;
    return axes().within(point.label, point.prediction);
}

void ScatterPlot::paintGround(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const ValueAxes axes = this->axes();
    const bool isSigned = content().low < 0.0;
    axes.paintLines(painter, theme, isSigned, isSigned);
    axes.paintDiagonal(painter, theme);
    axes.paintNames(painter, theme, tr("label"), tr("prediction"));
}

}
