#pragma once

#include "engine/space/umap.h"

namespace engine {

/// An octree over a layout, for forces that fade with the distance (Barnes and Hut, Nature 324, 1986): cells
/// that are far away act like one point in their middle. Flat layouts make it a quadtree.
class PointTree {
public:
    /// @param layout  N ≥ 1 finite positions.
    explicit PointTree(const PointLayout& layout);

    /// The points in an order in which neighbours follow each other.
    const std::vector<std::uint32_t>& order() const { return m_order; }

    struct Repulsion {
        std::array<double, 3> force{}; ///< Σ q² (y − yⱼ)
        double sum = 0.0; ///< Σ q over all other points, q = 1 / (1 + |y − yⱼ|²)
    };
    /// What pushes the point at `position`, which is one of the layout's.
    Repulsion repulsion(const std::array<float, 3>& position) const;

private:
    struct Cell {
        std::array<float, 3> middle{}; ///< of its points
        float count = 0.0F;
        float openWithin = 0.0F; ///< squared distance from which on the cell counts as one point
        std::uint32_t next = 0; ///< the cell behind this one and all cells within it
    };
    void add(std::size_t first, std::size_t end, int level, float width, const PointLayout& layout);

    std::vector<std::uint64_t> m_codes; ///< in order: three bits per level, the largest cells first
    std::vector<std::uint32_t> m_order;
    std::vector<Cell> m_cells; ///< each before the cells within it
};

}
