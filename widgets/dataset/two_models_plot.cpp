#include "widgets/dataset/two_models_plot.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr double kBeyondScale = 0.04; // of the scale: what leaves it lies at the edge

}

TwoModelsPlot::TwoModelsPlot(QWidget* parent) : PointPlot(parent)
{
    setObjectName(QStringLiteral("twoModelsPlot"));
    setAccessibleName(tr("What two models say of each segment"));
}

ValueAxes TwoModelsPlot::axes() const
{
    const double beyond = (content().high - content().low) * kBeyondScale;
    const double low = content().low - beyond, high = content().high + beyond;
    return {ValueAxes::areaIn(rect(), fontMetrics()), low, high, low, high};
}

std::optional<QPointF> TwoModelsPlot::place(const DatasetPoint& point) const
{
    if (!point.hasOther())
        return std::nullopt;
    const ValueAxes axes = this->axes();
    return axes.at(std::clamp(point.prediction, axes.left, axes.right),
                   std::clamp(point.other, axes.bottom, axes.top));
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
