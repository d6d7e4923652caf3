#include "widgets/dataset/point_grid.h"

#include <algorithm>
#include <cmath>

namespace widgets {

PointGrid::PointGrid(const std::vector<std::optional<QPointF>>& places, QRectF area)
    : m_area(area)
    , m_columns(std::max(1, static_cast<int>(std::ceil(area.width() / kCell))))
    , m_rows(std::max(1, static_cast<int>(std::ceil(area.height() / kCell))))
    , m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i])
            m_cells[static_cast<std::size_t>(rowOf(places[i]->y()) * m_columns + columnOf(places[i]->x()))]
                .push_back({i, *places[i]});
    }
}

int PointGrid::columnOf(double x) const
{
    return std::clamp(static_cast<int>((x - m_area.left()) / kCell), 0, m_columns - 1);
}

int PointGrid::rowOf(double y) const
{
    return std::clamp(static_cast<int>((y - m_area.top()) / kCell), 0, m_rows - 1);
}

std::optional<std::size_t> PointGrid::nearest(QPointF at, double reach) const
{
    if (m_cells.empty())
        return std::nullopt;
    std::optional<std::size_t> found;
    double least = reach * reach;
    for (int row = rowOf(at.y() - reach); row <= rowOf(at.y() + reach); ++row) {
        for (int column = columnOf(at.x() - reach); column <= columnOf(at.x() + reach); ++column) {
            for (const Entry& entry : cell(column, row)) {
                const QPointF away = entry.at - at;
                const double distance = QPointF::dotProduct(away, away);
                if (distance < least || (distance == least && (!found || entry.point > *found))) {
                    least = distance;
                    found = entry.point;
                }
            }
        }
    }
    return found;
}

DatasetPlaces PointGrid::within(const QPolygonF& line) const
{
    DatasetPlaces found;
    if (m_cells.empty() || line.size() < 3)
        return found;
    const QRectF bounds = line.boundingRect();
    for (int row = rowOf(bounds.top()); row <= rowOf(bounds.bottom()); ++row) {
        for (int column = columnOf(bounds.left()); column <= columnOf(bounds.right()); ++column) {
            for (const Entry& entry : cell(column, row)) {
                if (line.containsPoint(entry.at, Qt::OddEvenFill))
                    found.push_back(entry.point);
            }
        }
    }
    std::ranges::sort(found);
    return found;
}

}
