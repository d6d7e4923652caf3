#include "widgets/space/space_picking.h"

#include <limits>

namespace widgets {

std::optional<std::size_t> pointAt(double x, double y, std::span<const std::array<float, 3>> positions,
                                   const SpaceProjection& projection, double radius, double reach)
{
    std::optional<std::size_t> covering;
    double frontmost = std::numeric_limits<double>::max();
    std::optional<std::size_t> nearest;
    double shortest = reach * reach;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const SpaceProjection::Pixel pixel = projection.pixel(positions[i]);
        const double squared = (pixel.x - x) * (pixel.x - x) + (pixel.y - y) * (pixel.y - y);
        if (!(squared <= reach * reach) || pixel.depth <= 0)
            continue;
        if (squared <= radius * radius && pixel.depth < frontmost) {
            frontmost = pixel.depth;
            covering = i;
        }
        if (squared <= shortest) {
            shortest = squared;
            nearest = i;
        }
    }
    return covering ? covering : nearest;
}

std::vector<std::size_t> pointsWithin(const QPolygonF& lasso, std::span<const std::array<float, 3>> positions,
                                      const SpaceProjection& projection)
{
    const QRectF around = lasso.boundingRect();
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const SpaceProjection::Pixel pixel = projection.pixel(positions[i]);
        const QPointF place(pixel.x, pixel.y);
        if (pixel.depth > 0 && around.contains(place) && lasso.containsPoint(place, Qt::OddEvenFill))
            found.push_back(i);
    }
    return found;
}

}
