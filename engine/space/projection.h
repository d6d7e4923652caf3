#pragma once

#include "engine/space/umap.h"

#include <optional>

namespace engine {

enum class ProjectionMethod {
    Pca, ///< the directions in which the points differ most
    Umap, ///< neighbours stay together, and something of how the groups lie
    TSne, ///< neighbours stay together; where groups lie tells little
};

struct ProjectionOptions {
    ProjectionMethod method = ProjectionMethod::Pca;
    bool isFlat = false; ///< two dimensions: the third coordinate is 0
    unsigned seed = 1;
    friend bool operator==(const ProjectionOptions&, const ProjectionOptions&) = default;
};

/// N points with many values, placed in two or three dimensions.
struct Projection {
    PointLayout points; ///< N; NaN for a row without any finite value
    std::array<double, 3> explained{}; ///< share of the variance along each axis, 0…1; 0 but for PCA
    std::size_t constantColumns = 0; ///< left out: all their finite values are the same, or there are none
    double trustworthiness = 1.0; ///< of the 15 nearest points of up to 300 points
};

/// Places the rows. Columns are standardised; UMAP and t-SNE look at the first 50 principal components, and
/// begin with the first three. The same input and seed give the same output.
/// @param rows  N × D; what is not finite counts as its column's mean.
/// @throws Cancelled.
Projection project(MatrixView rows, const ProjectionOptions& options, const RunContext& run = {});

}
