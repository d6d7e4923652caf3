#pragma once

#include "widgets/dataset/dataset_content.h"

#include <QPolygonF>
#include <QRectF>

#include <optional>

namespace widgets {

/// Finds points on a surface by their places, without looking at all of them.
class PointGrid {
public:
    PointGrid() = default;
    /// @param places  in pixels; what has none is never found
    /// @param area    of the surface
    PointGrid(const std::vector<std::optional<QPointF>>& places, QRectF area);

    /// The nearest within `reach` pixels; of equal ones the last, which is painted above.
    std::optional<std::size_t> nearest(QPointF at, double reach) const;
    /// Those within the closed line, in order.
    DatasetPlaces within(const QPolygonF& line) const;

private:
    static constexpr double kCell = 24.0; ///< pixels
    struct Entry {
        std::size_t point;
        QPointF at;
    };
    int columnOf(double x) const;
    int rowOf(double y) const;
    const std::vector<Entry>& cell(int column, int row) const
    {
        return m_cells[static_cast<std::size_t>(row * m_columns + column)];
    }

    QRectF m_area;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<std::vector<Entry>> m_cells;
};

}
