#pragma once

#include "engine/alignment/collapse.h"
#include "engine/alignment/overlap.h"
#include "engine/alignment/video_part.h"

#include <span>
#include <vector>

namespace engine {

/// Turns the rows of one source that each reference interval receives into rows of the result: it keeps them
/// as they are, or collapses them to one. All results lie in one block, one after the other.
class RowCollapser {
public:
    /// @param source       N rows; must outlive the collapser.
    /// @param clippedType  of the intervals that append() gets
    /// @param functions    none: all rows are kept
    RowCollapser(const Block& source, ElementType clippedType, std::span<const CollapseFunction> functions);
    RowCollapser(const Block&&, ElementType, std::span<const CollapseFunction>) = delete; // it would be gone

    /// Appends the result of these rows and returns how many rows it has. A result is marked as filled when a
    /// filled row went into it. @throws ShapeError as collapse().
    std::size_t append(const OverlapFinder::Rows& rows);

    Block take() { return std::move(m_result); }

private:
    void appendMean(const std::vector<float>& values, const std::vector<std::size_t>& rows);
    FillMark markOf(std::span<const std::size_t> rows) const;

    const Block& m_source;
    std::span<const CollapseFunction> m_functions;
    bool m_floatMean; ///< the usual case, without a detour through columns
    Block m_result;
    std::vector<double> m_sums;
};

}
