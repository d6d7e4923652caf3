#pragma once

#include "widgets/predict/display_canvas.h"

#include <QLineF>

namespace widgets {

/// Draws the fusion graph: modalities stand at the left, what they fuse to at the right, and each edge is as
/// thick as its number is large. Where an edge has a number for each word, the number of the word under the
/// playhead is drawn; while no word is there, their mean. A legend below says what letters, colours and
/// widths mean.
class DisplayGraph : public DisplayCanvas {
    Q_OBJECT
public:
    using DisplayCanvas::DisplayCanvas;

    /// The number of an edge as it is drawn now.
    float shown(std::size_t edge) const;

protected:
    int wantedHeight() const override;
    std::optional<Cell> cellAt(QPointF place) const override;
    QString note(Cell cell) const override;
    void tableChanged() override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Vertex {
        QString name;
        QPointF place; ///< 0…1 in both directions
    };
    struct Edge {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    QPointF centre(std::size_t vertex) const;
    QLineF line(std::size_t edge) const;
    int radius() const;
    int plotHeight() const;
    QColor vertexColour(const QString& name) const;
    QString caption() const;
    void paintLegend(QPainter& painter);
    int legendLine() const; ///< pixels of a line of the legend

    std::vector<Vertex> m_vertices;
    std::vector<std::optional<Edge>> m_edges; ///< one per row; absent where the row's name names no edge
};

}
