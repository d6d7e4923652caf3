#include "widgets/dataset/scatter_plot.h"

namespace widgets {

namespace {

constexpr double kBeyond = 0.04; // of the scale: what leaves it lies at the edge

}

ScatterPlot::ScatterPlot(QWidget* parent) : PointPlot(parent)
{
    setObjectName(QStringLiteral("scatterPlot"));
    setAccessibleName(tr("Label and prediction"));
}

ValueAxes ScatterPlot::axes() const
{
    const double beyond = (content().high - content().low) * kBeyond;
    const double low = content().low - beyond, high = content().high + beyond;
    return {ValueAxes::areaIn(rect(), fontMetrics()), low, high, low, high};
}

std::optional<QPointF> ScatterPlot::place(const DatasetPoint& point) const
{
    if (!point.isLabelled())
        return std::nullopt;
    const ValueAxes axes = this->axes();
    return axes.at(std::clamp(point.label, axes.left, axes.right),
                   std::clamp(point.prediction, axes.bottom, axes.top));
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
