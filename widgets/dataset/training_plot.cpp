#include "widgets/dataset/training_plot.h"

#include <algorithm>

namespace widgets {

TrainingPlot::TrainingPlot(QWidget* parent) : PointPlot(parent)
{
    setObjectName(QStringLiteral("trainingPlot"));
    setAccessibleName(tr("While training: the error of each segment and how much it moved"));
}

void TrainingPlot::setContent(const DatasetContentPtr& content)
{
    PointPlot::setContent(content);
    m_mostError = m_mostSpread = 0.0;
    for (const DatasetPoint& point : content->points) {
        if (!point.hasDynamics())
            continue;
        m_mostError = std::max(m_mostError, point.trainingError);
        m_mostSpread = std::max(m_mostSpread, point.trainingSpread);
    }
    const bool isKnown = m_mostError > 0.0;
    m_mostError = std::max(1e-6, m_mostError);
    m_mostSpread = std::max(1e-6, m_mostSpread);
    setMessage(isKnown ? QString()
                       : tr("Nothing is known of the training of this model. A model that is trained in the "
                            "window, or by polylogue-models train, leaves it beside its file."));
}

ValueAxes TrainingPlot::axes() const
{
    return {ValueAxes::areaIn(rect(), fontMetrics()), 0.0, m_mostSpread * 1.06, 0.0, m_mostError * 1.06};
}

std::optional<QPointF> TrainingPlot::place(const DatasetPoint& point) const
{
    if (!point.hasDynamics())
        return std::nullopt;
    return axes().at(point.trainingSpread, point.trainingError);
}

void TrainingPlot::paintGround(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const ValueAxes axes = this->axes();
    axes.paintLines(painter, theme, false, false);
    axes.paintNames(painter, theme, tr("how much the error moved"), tr("mean error over the epochs"));
    painter.setPen(theme.muted);
    const QRectF inside = axes.area.adjusted(6, 3, -6, -3);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, tr("hard, or labelled wrongly"));
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom, tr("easy"));
    painter.drawText(inside, Qt::AlignRight | Qt::AlignBottom, tr("ambiguous"));
}

}
