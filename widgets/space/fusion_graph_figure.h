#pragma once

#include "widgets/base/theme.h"
#include "widgets/space/space_figure.h"

#include <QStringList>

#include <vector>

namespace widgets {

/// A fusion graph at one step, or its mean: vertices of one, two and three modalities, and of the outcome.
struct FusionGraphShown {
    struct Edge {
        QString from; ///< a vertex: `l`, `la`, …, and `t`, the outcome
        QString to;
        float value = 0.0F; ///< efficacy; not finite: none
        friend bool operator==(const Edge&, const Edge&) = default;
    };
    std::vector<Edge> edges;
    float least = 0.0F; ///< of the scale, which is the same at all steps
    float greatest = 1.0F;
    friend bool operator==(const FusionGraphShown&, const FusionGraphShown&) = default;
};

/// A figure, with the edge of each of its places.
struct GraphFigure {
    SpaceFigure figure;
    std::vector<std::size_t> edgeOf;
};

/// Edges are tubes, as thick as their efficacies are large. Places lie along the edges.
/// @param nameOf  for people, of a vertex. @param isCurrent  else in colours that say that this is over
GraphFigure graphFigure(const FusionGraphShown& graph, QString (*nameOf)(const QString&), bool isCurrent,
                        const Theme& theme);

}
