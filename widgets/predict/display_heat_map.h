#pragma once

#include "widgets/predict/display_canvas.h"

#include <QImage>

namespace widgets {

/// Draws words along x, names or words along y, the number of each cell as its colour, and a scale that
/// explains the colours.
class DisplayHeatMap : public DisplayCanvas {
    Q_OBJECT
public:
    using DisplayCanvas::DisplayCanvas;

protected:
    int wantedHeight() const override;
    std::optional<Cell> cellAt(QPointF place) const override;
    void tableChanged() override { m_image = QImage(); }
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    ColumnAxis axis() const;
    double rowHeight() const;
    QRectF plot() const;
    void paintRowNames(QPainter& painter, const QRectF& cells) const;
    void paintScale(QPainter& painter, int top) const;

    QImage m_image; ///< a pixel for each cell; null: to be made
};

}
