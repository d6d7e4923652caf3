#include "engine/space/projection.h"

#include "engine/numbers/principal_components.h"
#include "engine/space/t_sne.h"
#include "engine/space/trustworthiness.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t kScores = 50; // principal components that neighbours are looked for in

RunContext part(const RunContext& run, double from, double to)
{
    RunContext result{run.stop, {}};
    if (run.progress)
        result.progress = [&run, from, to](double fraction) { run.progress(from + (to - from) * fraction); };
    return result;
}

PointLayout laidOut(MatrixView scores, PointLayout start, const ProjectionOptions& options,
                    const RunContext& run)
{
    constexpr double found = 0.4; // part of the work that looking for neighbours is
    if (options.method == ProjectionMethod::Umap) {
        const UmapOptions umapOptions{.seed = options.seed};
        const NearestNeighbours neighbours
            = nearestNeighbours(scores, umapOptions.neighbours, part(run, 0, found));
        return umap(neighbours, std::move(start), umapOptions, part(run, found, 1));
    }
    const TSneOptions tSneOptions{.seed = options.seed};
    const NearestNeighbours neighbours
        = nearestNeighbours(scores, neighboursForTSne(tSneOptions), part(run, 0, found / 2));
    return tSne(neighbours, std::move(start), tSneOptions, part(run, found / 2, 1));
}

}

Projection project(MatrixView rows, const ProjectionOptions& options, const RunContext& run)
{
    const bool isPca = options.method == ProjectionMethod::Pca;
    PrincipalComponents components = principalComponents(rows, part(run, 0, isPca ? 0.9 : 0.1), kScores);
    Projection result;
    result.constantColumns = components.constantColumns;
    result.points = std::move(components.points);
    if (isPca)
        result.explained = components.explained;

    std::vector<std::size_t> placed; // rows with any value
    for (std::size_t i = 0; i < rows.rows; ++i) {
        if (std::isfinite(result.points[i][0]))
            placed.push_back(i);
    }
    FeatureMatrix scores(placed.size(), components.scores.columns);
    PointLayout layout;
    for (const std::size_t i : placed) {
        std::copy_n(components.scores.row(i).begin(), scores.columns, scores.row(layout.size()).begin());
        layout.push_back(result.points[i]);
        if (options.isFlat)
            layout.back()[2] = 0;
    }
    if (!isPca)
        layout = laidOut(scores, std::move(layout), options, part(run, 0.1, 0.95));
    result.trustworthiness = trustworthiness(scores, layout, 15, 300, part(run, 0.95, 1));
    for (std::size_t k = 0; k < placed.size(); ++k)
        result.points[placed[k]] = layout[k];
    return result;
}

}
