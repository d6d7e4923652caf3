#pragma once

#include "widgets/dataset/point_plot.h"

namespace widgets {

/// Who decides: each segment by the shares of |φ| of text (top), sound (left) and vision (right).
class TernaryPlot : public PointPlot {
    Q_OBJECT
public:
    explicit TernaryPlot(QWidget* parent = nullptr);

    void setLegendWidth(int width); ///< pixels at the upper right that are to stay free

protected:
    std::optional<QPointF> place(const DatasetPoint& point) const override;
    void paintGround(QPainter& painter) const override;

private:
    /// The corners of text, sound and vision.
    std::array<QPointF, 3> corners() const;
    QPointF at(const std::array<double, 3>& shares) const;

    int m_legendWidth = 0;
};

}
