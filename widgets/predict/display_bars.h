#pragma once

#include "widgets/predict/display_canvas.h"

namespace widgets {

/// A bar for each name, one below the other; around the middle where numbers can be negative.
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

/// A bar for each word, side by side, with the words below.
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
