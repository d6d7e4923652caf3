#include "widgets/dataset/scatter_plot.h"

namespace widgets {

ScatterPlot::ScatterPlot(QWidget* parent) : PointPlot(parent)
{
    setObjectName(QStringLiteral("scatterPlot"));
    setAccessibleName(tr("Label and prediction"));
}

ValueAxes ScatterPlot::axes() const
{
    if (!content().areClasses())
        return ValueAxes::ofScale(rect(), fontMetrics(), content().low, content().high);
    return {ValueAxes::areaIn(rect(), fontMetrics()), 0.0, static_cast<double>(content().classes.size()),
            -0.04, 1.04};
}

std::optional<QPointF> ScatterPlot::place(const DatasetPoint& point) const
{
    if (!point.isLabelled())
        return std::nullopt;
    if (!content().areClasses())
        return axes().within(point.label, point.prediction);
    return axes().within(point.label + 0.15 + 0.7 * columnSpread(point), point.labelProbability);
}

/// Columns of the classes, and what their segments' own gets.
void ScatterPlot::paintColumns(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const ValueAxes axes = this->axes();
    painter.save(); // no numbers below: the columns have names
    painter.setClipRect(QRectF(0, 0, width(), axes.area.bottom() + 1));
    axes.paintLines(painter, theme, false, false);
    painter.restore();
    axes.paintNames(painter, theme, tr("label"), tr("probability of the label"));
    axes.paintColumnNames(painter, theme, content().classes);
}

void ScatterPlot::paintGround(QPainter& painter) const
{
    if (content().areClasses())
        return paintColumns(painter);
    const Theme& theme = themeOf(palette());
    const ValueAxes axes = this->axes();
    const bool isSigned = content().low < 0.0;
    axes.paintLines(painter, theme, isSigned, isSigned);
    axes.paintDiagonal(painter, theme);
    axes.paintNames(painter, theme, tr("label"), tr("prediction"));
}

}
