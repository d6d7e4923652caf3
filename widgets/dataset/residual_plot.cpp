#include "widgets/dataset/residual_plot.h"

#include <algorithm>

namespace widgets {

ResidualPlot::ResidualPlot(QWidget* parent) : PointPlot(parent)
{
    setObjectName(QStringLiteral("residualPlot"));
    setAccessibleName(tr("Residuals: prediction minus label"));
}

void ResidualPlot::setContent(const DatasetContentPtr& content)
{
    PointPlot::setContent(content);
    measure();
}

void ResidualPlot::setOver(Over over)
{
    m_over = over;
    measure();
    contentMoved();
}

const QString& ResidualPlot::nameOf(const DatasetPoint& point) const
{
    return m_over == Over::Speaker ? point.speaker : point.fold;
}

void ResidualPlot::measure()
{
    m_longest = 1.0;
    m_worst = content().areClasses() ? 1.0 : (content().high - content().low) / 12.0;
    m_names.clear();
    for (const DatasetPoint& point : content().points) {
        if (!point.isLabelled())
            continue;
        m_longest = std::max(m_longest, point.end - point.start);
        m_worst = std::max(m_worst, std::abs(point.error()));
        if (m_over != Over::Length)
            m_names.insert(nameOf(point), 0);
    }
    int column = 0;
    for (int& place : m_names)
        place = column++;
}

ValueAxes ResidualPlot::axes() const
{
    const double right = m_over == Over::Length ? m_longest * 1.03 : static_cast<double>(m_names.size());
    const double most = m_worst * 1.06; // of classes nothing is below 0
    return {ValueAxes::areaIn(rect(), fontMetrics()), 0.0, right,
            content().areClasses() ? m_worst - most : -most, most};
}

std::optional<QPointF> ResidualPlot::place(const DatasetPoint& point) const
{
    if (!point.isLabelled())
        return std::nullopt;
    if (m_over == Over::Length)
        return axes().at(point.end - point.start, point.error());
    return axes().at(m_names.value(nameOf(point)) + 0.2 + 0.6 * columnSpread(point), point.error());
}

void ResidualPlot::paintGround(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const ValueAxes axes = this->axes();
    const bool isSigned = !content().areClasses();
    const QString up = isSigned ? tr("prediction − label") : tr("1 − probability of the label");
    if (m_over == Over::Length) {
        axes.paintLines(painter, theme, false, isSigned);
        axes.paintNames(painter, theme,
                        content().countsSteps ? tr("length in rows") : tr("length in seconds"), up);
    } else {
        painter.save(); // no numbers below: the columns have names
        painter.setClipRect(QRectF(0, 0, width(), axes.area.bottom() + 1));
        axes.paintLines(painter, theme, false, isSigned);
        painter.restore();
        axes.paintNames(painter, theme, m_over == Over::Speaker ? tr("speaker") : tr("fold"), up);
        axes.paintColumnNames(painter, theme, m_names.keys());
    }
    painter.setPen(QPen(theme.muted, 1.0, Qt::DashLine));
    painter.drawLine(axes.at(axes.left, 0.0), axes.at(axes.right, 0.0));
}

}
