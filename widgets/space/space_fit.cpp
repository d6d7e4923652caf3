#include "widgets/space/space_fit.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kWithin = 0.99; // part of the points that the box holds along each axis

/// The values between which this part of them lies, as many being below as above.
std::pair<float, float> quantiles(std::vector<float> values, double part)
{
    if (values.empty())
        return {0.0F, 0.0F};
    const auto last = static_cast<double>(values.size() - 1);
    const auto at = [&](double fraction) {
        const auto position = values.begin() + std::lround(fraction * last);
        std::nth_element(values.begin(), position, values.end());
        return *position;
    };
    const double outside = (1 - part) / 2;
    const float low = at(outside);
    return {low, at(1 - outside)};
}

}

SpaceBox boxAround(const std::vector<std::array<float, 3>>& positions)
{
    SpaceBox box;
    double longest = 0.0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        std::vector<float> values;
        values.reserve(positions.size());
        for (const auto& position : positions)
            values.push_back(position[axis]);
        const auto [low, high] = quantiles(std::move(values), kWithin);
        const double margin = static_cast<double>(high - low) * 0.04;
        box.low[axis] = static_cast<double>(low) - margin;
        box.high[axis] = static_cast<double>(high) + margin;
        longest = std::max(longest, box.high[axis] - box.low[axis]);
    }
    const bool liesInPlane
        = std::ranges::all_of(positions, [](const auto& position) { return position[2] == 0; });
    const double least = longest > 0 ? longest * 0.05 : 1.0; // never flat
    for (std::size_t axis = 0; axis < (liesInPlane && !positions.empty() ? 2U : 3U); ++axis) {
        const double missing = std::max(0.0, least - (box.high[axis] - box.low[axis]));
        box.low[axis] -= missing / 2;
        box.high[axis] += missing / 2;
    }
    return box;
}

SpaceCamera fittedCamera(const SpaceBox& box, const QSize& size, int top)
{
    SpaceCamera camera;
    camera.middle = box.middle();
    camera.target = camera.middle;
    if (isFlat(box))
        camera.yaw = camera.pitch = 0;
    camera.radius
        = std::hypot(box.high[0] - box.low[0], box.high[1] - box.low[1], box.high[2] - box.low[2]) / 2;
    const double wide = size.width() - 2 * std::min(34.0, size.width() * 0.1); // names stand beside the box
    const QRectF free(0, top, size.width(), std::max(1, size.height() - top));
    const double high = free.height() - 2 * std::min(16.0, free.height() * 0.1);
    for (int round = 0; round < 2; ++round) { // moving it changes how large it is a little
        const SpaceProjection projection(camera, size.width(), size.height());
        QPolygonF corners;
        for (unsigned corner = 0; corner < 8; ++corner) {
            const auto pixel = projection.pixel(box.corner(corner));
            corners << QPointF(pixel.x, pixel.y);
        }
        const QRectF seen = corners.boundingRect();
        const QPointF away = free.center() - seen.center();
        camera = camera.panned(away.x(), away.y(), size.width(), size.height());
        camera.zoom *= std::min(wide / std::max(1.0, seen.width()), high / std::max(1.0, seen.height()));
    }
    return camera;
}

}
