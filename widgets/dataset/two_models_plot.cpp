#include "widgets/dataset/two_models_plot.h"

namespace widgets {

TwoModelsPlot::TwoModelsPlot(QWidget* parent) : PointPlot(parent)
{
    setObjectName(QStringLiteral("twoModelsPlot"));
    setAccessibleName(tr("What two models say of each segment"));
}

ValueAxes TwoModelsPlot::axes() const
{
    return ValueAxes::ofScale(rect(), fontMetrics(), content().low, content().high);
}

std::optional<QPointF> TwoModelsPlot::place(const DatasetPoint& point) const
{
    if (!point.hasOther())
        return std::nullopt;
    return axes().within(point.prediction, point.other);
}

void TwoModelsPlot::paintGround(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const ValueAxes axes = this->axes();
    const bool isSigned = content().low < 0.0;
    axes.paintLines(painter, theme, isSigned, isSigned);
    axes.paintDiagonal(painter, theme);
    axes.paintNames(painter, theme, tr("this model"),
                    content().otherModel.isEmpty() ? tr("the other model") : content().otherModel);
}

}
