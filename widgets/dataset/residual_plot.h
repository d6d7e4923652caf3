#pragma once

#include "widgets/dataset/point_plot.h"
#include "widgets/dataset/value_axes.h"

#include <QMap>

namespace widgets {

/// Prediction minus label of each labelled segment (upwards), over its length, speaker or fold.
class ResidualPlot : public PointPlot {
    Q_OBJECT
public:
    enum class Over { Length, Speaker, Fold };

    explicit ResidualPlot(QWidget* parent = nullptr);

    void setContent(const DatasetContentPtr& content) override;
    void setOver(Over over);

protected:
    std::optional<QPointF> place(const DatasetPoint& point) const override;
    void paintGround(QPainter& painter) const override;

private:
    ValueAxes axes() const;
    const QString& nameOf(const DatasetPoint& point) const;
    void measure();

    Over m_over = Over::Length;
    double m_longest = 1.0; ///< seconds, or rows (DatasetContent::countsSteps)
    double m_worst = 1.0; ///< the largest residual
    QMap<QString, int> m_names; ///< speakers or folds, and the column of each
};

}
