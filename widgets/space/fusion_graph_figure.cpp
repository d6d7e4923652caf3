#include "widgets/space/fusion_graph_figure.h"

#include "widgets/space/figure_panel.h"
#include "widgets/space/scene_shapes.h"
#include "widgets/space/space_colours.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace widgets {

namespace {

constexpr SpaceBox kGraphBox{{-1.55, -0.95, -0.95}, {1.55, 0.95, 0.95}};
constexpr std::array kLevelPlaces{-1.35F, -0.45F, 0.4F, 1.3F}; // one, two, three modalities, the outcome
constexpr float kAround = 0.75F; // distance of the first two levels from the middle
constexpr float kVertex = 0.1F;
constexpr float kThinnest = 0.006F;
constexpr float kThickest = 0.055F;
constexpr int kEdgePlaces = 9; // along an edge

/// Where a modality lies around the axis, in radians; text is on top.
float angleOf(QChar modality)
{
    const int third = modality == u'l' ? 0 : modality == u'a' ? 1 : 2;
    return std::numbers::pi_v<float> * (0.5F + 2.0F * static_cast<float>(third) / 3.0F);
}

std::array<float, 3> vertexPlace(const QString& vertex)
{
    if (vertex == QLatin1String("t"))
        return {kLevelPlaces[3], 0, 0};
    const auto level = static_cast<std::size_t>(std::clamp<qsizetype>(vertex.size() - 1, 0, 2));
    float y = 0;
    float z = 0;
    for (const QChar modality : vertex) {
        y += std::sin(angleOf(modality));
        z += std::cos(angleOf(modality));
    }
    const float length = std::hypot(y, z);
    const float reach = level < 2 && length > 1e-3F ? kAround / length : 0;
    return {kLevelPlaces.at(level), y * reach, z * reach};
}

QColor vertexColour(const QString& vertex, const Theme& theme)
{
    if (vertex == QLatin1String("t"))
        return theme.text;
    int red = 0;
    int green = 0;
    int blue = 0;
    for (const QChar modality : vertex) {
        const QColor& own = modality == u'l' ? theme.language : modality == u'a' ? theme.sound : theme.vision;
        red += own.red();
        green += own.green();
        blue += own.blue();
    }
    const int count = std::max(1, static_cast<int>(vertex.size()));
    return {red / count, green / count, blue / count};
}

}

GraphFigure graphFigure(const FusionGraphShown& graph, QString (*nameOf)(const QString&), bool isCurrent,
                        const Theme& theme)
{
    GraphFigure result;
    if (graph.edges.empty())
        return result;
    auto scene = std::make_shared<SpaceScene>();
    const auto shown
        = [&](const QColor& colour) { return spaceColour(isCurrent ? colour : staleColour(colour, theme)); };
    const float size = std::max({std::abs(graph.least), std::abs(graph.greatest), 1e-9F});
    std::map<QString, std::array<float, 3>> vertices;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const FusionGraphShown::Edge& edge = graph.edges[i];
        const std::array<float, 3> from = vertices[edge.from] = vertexPlace(edge.from);
        const std::array<float, 3> to = vertices[edge.to] = vertexPlace(edge.to);
        if (!std::isfinite(edge.value))
            continue;
        const float part = std::min(1.0F, std::abs(edge.value) / size);
        addTube(*scene, from, to, kThinnest + (kThickest - kThinnest) * part,
                shown(labelColour(theme, static_cast<double>(edge.value), graph.least, graph.greatest)));
        for (int step = 1; step <= kEdgePlaces; ++step) {
            const float along = static_cast<float>(step) / static_cast<float>(kEdgePlaces + 1);
            result.edgeOf.push_back(i);
            result.figure.places.push_back({from[0] + (to[0] - from[0]) * along,
                                            from[1] + (to[1] - from[1]) * along,
                                            from[2] + (to[2] - from[2]) * along});
        }
    }
    for (const auto& [vertex, place] : vertices) {
        addBall(*scene, place, kVertex, shown(vertexColour(vertex, theme)));
        result.figure.marks.push_back({nameOf(vertex), {place[0], place[1] + 2 * kVertex, place[2]}});
    }
    result.figure.scene = scene;
    result.figure.box = kGraphBox;
    result.figure.hasBox = false;
    return result;
}

}
