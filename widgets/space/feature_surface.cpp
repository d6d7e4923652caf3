#include "widgets/space/feature_surface.h"

#include "widgets/base/scale_number.h"
#include "widgets/space/figure_panel.h"
#include "widgets/space/scene_light.h"
#include "widgets/space/space_colours.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr SpaceBox kSurfaceBox{{-1.5, -0.5, -1.0}, {1.5, 0.5, 1.0}};
constexpr double kOneRow = 0.12; // depth of a single dimension
constexpr qsizetype kLongestName = 14; // letters of a dimension's name at the edge

struct SurfaceText {
    Q_DECLARE_TR_FUNCTIONS(widgets::FeatureSurface)
};

double between(double low, double high, double part)
{
    return low + (high - low) * part;
}

float depthOf(const FeatureSurface& surface, std::size_t row)
{
    if (surface.rows() < 2)
        return 0;
    return static_cast<float>(between(kSurfaceBox.high[2], kSurfaceBox.low[2],
                                      static_cast<double>(row) / static_cast<double>(surface.rows() - 1)));
}

std::array<float, 3> valuePlace(const FeatureSurface& surface, std::size_t row, std::size_t column)
{
    const double time
        = surface.columns > 1 ? static_cast<double>(column) / static_cast<double>(surface.columns - 1) : 0.5;
    const auto part = surface.part(row, column);
    return {static_cast<float>(between(kSurfaceBox.low[0], kSurfaceBox.high[0], time)),
            part ? static_cast<float>(
                between(kSurfaceBox.low[1], kSurfaceBox.high[1], static_cast<double>(*part)))
                 : std::nanf(""),
            depthOf(surface, row)};
}

QString shortened(const QString& name)
{
    return name.size() > kLongestName ? name.left(kLongestName - 1) + QStringLiteral("…") : name;
}

/// Lights the vertices of a grid, whose slopes are those between their neighbours.
void light(SpaceScene& scene, std::size_t rows, std::size_t columns)
{
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const auto& left = scene.vertices[row * columns + (column > 0 ? column - 1 : 0)];
            const auto& right = scene.vertices[row * columns + std::min(column + 1, columns - 1)];
            const auto& front = scene.vertices[(row > 0 ? row - 1 : 0) * columns + column];
            const auto& back = scene.vertices[std::min(row + 1, rows - 1) * columns + column];
            const std::array<float, 3> along{right[0] - left[0], right[1] - left[1], right[2] - left[2]};
            const std::array<float, 3> inwards{back[0] - front[0], back[1] - front[1], back[2] - front[2]};
            SpaceColour& colour = scene.colours[row * columns + column];
            colour = lit(colour,
                         {along[1] * inwards[2] - along[2] * inwards[1],
                          along[2] * inwards[0] - along[0] * inwards[2],
                          along[0] * inwards[1] - along[1] * inwards[0]});
        }
    }
}

/// One row of vertices for each dimension; a single one becomes a ribbon.
std::shared_ptr<SpaceScene> surfaceScene(const FeatureSurface& surface, const Theme& theme)
{
    auto scene = std::make_shared<SpaceScene>();
    const std::size_t rows = std::max<std::size_t>(surface.rows(), 2);
    std::vector<bool> isThere;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t source = std::min(row, surface.rows() - 1);
        for (std::size_t column = 0; column < surface.columns; ++column) {
            std::array<float, 3> place = valuePlace(surface, source, column);
            const auto part = surface.part(source, column);
            isThere.push_back(part.has_value());
            if (!part)
                place[1] = 0; // it belongs to no triangle
            if (surface.rows() == 1)
                place[2] = static_cast<float>(row == 0 ? kOneRow : -kOneRow);
            scene->vertices.push_back(place);
            scene->colours.push_back(
                spaceColour(labelColour(theme, static_cast<double>(part.value_or(0)), 0, 1)));
        }
    }
    light(*scene, rows, surface.columns);
    for (std::size_t row = 0; row + 1 < rows; ++row) {
        for (std::size_t column = 0; column + 1 < surface.columns; ++column) {
            const std::size_t a = row * surface.columns + column;
            const std::size_t c = a + surface.columns;
            if (!isThere[a] || !isThere[a + 1] || !isThere[c] || !isThere[c + 1])
                continue;
            const auto vertex = [](std::size_t place) { return static_cast<std::uint32_t>(place); };
            scene->triangles.push_back({vertex(a), vertex(a + 1), vertex(c + 1)});
            scene->triangles.push_back({vertex(a), vertex(c + 1), vertex(c)});
        }
    }
    return scene;
}

}

std::optional<float> FeatureSurface::part(std::size_t row, std::size_t column) const
{
    const float value = at(row, column);
    const engine::DimensionRange& range = ranges[row];
    if (!std::isfinite(value))
        return std::nullopt;
    return range.constant() ? 0.5F : std::clamp((value - range.low) / (range.high - range.low), 0.0F, 1.0F);
}

double FeatureSurface::secondsAt(std::size_t column) const
{
    return columns > 1 ? between(start, end, static_cast<double>(column) / static_cast<double>(columns - 1))
                       : start;
}

SpaceFigure surfaceFigure(const FeatureSurface& surface, const Theme& theme)
{
    SpaceFigure figure;
    figure.box = kSurfaceBox;
    if (surface.rows() == 0 || surface.columns == 0)
        return figure;
    figure.scene = surfaceScene(surface, theme);
    for (std::size_t row = 0; row < surface.rows(); ++row) {
        for (std::size_t column = 0; column < surface.columns; ++column)
            figure.places.push_back(valuePlace(surface, row, column));
    }
    figure.axisNames = {SurfaceText::tr("time, s"), SurfaceText::tr("value, within its range"),
                        SurfaceText::tr("dimension")};
    const auto low = static_cast<float>(kSurfaceBox.low[1]);
    const auto front = static_cast<float>(kSurfaceBox.high[2]) * 1.08F;
    const auto right = static_cast<float>(kSurfaceBox.high[0]) * 1.12F;
    figure.marks
        = {{shownNumber(surface.start, 1, 'f'), {static_cast<float>(kSurfaceBox.low[0]), low, front}},
           {shownNumber(surface.end, 1, 'f'), {static_cast<float>(kSurfaceBox.high[0]), low, front}},
           {shortened(surface.names.front()), {right, low, depthOf(surface, 0)}}};
    if (surface.rows() > 1)
        figure.marks.push_back(
            {shortened(surface.names.back()), {right, low, depthOf(surface, surface.rows() - 1)}});
    return figure;
}

std::optional<SpacePlane> surfacePlane(const FeatureSurface& surface, double seconds)
{
    if (seconds < surface.start || seconds > surface.end || !(surface.end > surface.start))
        return std::nullopt;
    const auto x = static_cast<float>(between(kSurfaceBox.low[0], kSurfaceBox.high[0],
                                              (seconds - surface.start) / (surface.end - surface.start)));
    const auto corner = [&](const SpacePosition& y, const SpacePosition& z) {
        return std::array<float, 3>{x, static_cast<float>(y[1]), static_cast<float>(z[2])};
    };
    return SpacePlane{corner(kSurfaceBox.low, kSurfaceBox.low), corner(kSurfaceBox.high, kSurfaceBox.low),
                      corner(kSurfaceBox.high, kSurfaceBox.high), corner(kSurfaceBox.low, kSurfaceBox.high)};
}

}
