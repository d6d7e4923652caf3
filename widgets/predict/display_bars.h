#pragma once

#include "widgets/predict/display_canvas.h"

namespace widgets {

/// Draws a bar for each name, one below the other. Where numbers can be negative, bars begin in the middle.
class DisplayBars : public DisplayCanvas {
    Q_OBJECT
public:
    using DisplayCanvas::DisplayCanvas;

protected:
    int wantedHeight() const override;
    std::optional<Cell> cellAt(QPointF place) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;
};

/// Draws a bar for each word, side by side, with the words below.
class DisplayColumns : public DisplayCanvas {
    Q_OBJECT
public:
    using DisplayCanvas::DisplayCanvas;

protected:
    int wantedHeight() const override;
    std::optional<Cell> cellAt(QPointF place) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    ColumnAxis axis() const;
};

}
