#pragma once

#include "engine/core/feature_array.h"
#include "engine/core/interval.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// Intervals that share no more than this are only touching, in seconds (the CMU-MultimodalSDK's epsilon).
inline constexpr double kTouching = 1e-5;

/// Places of the rows whose middle lies within [start, end): each row belongs to one of adjoining spans.
std::vector<std::size_t> rowsInside(std::span<const Interval> rows, Interval span);

/// Finds, for one reference interval after the other, the source rows that overlap it.
///
/// A row is kept when it shares more than `kTouching` with the reference; it is clipped to the reference.
/// There is no centre rule and no weighting: a row on a boundary belongs to both sides. Precision is exactly
/// that of the SDK: times are compared in float32 when both inputs are float32, else in double; they are
/// clipped in the source's own type.
class OverlapFinder {
public:
    /// @param source  intervals sorted by start (NaN last); must outlive the finder.
    OverlapFinder(std::span<const Interval> source, ElementType sourceType, ElementType referenceType);

    struct Rows {
        std::vector<std::size_t> indices; ///< into the source, in its order
        std::vector<Interval> clipped; ///< one per index
    };
    Rows find(Interval reference) const;
    /// The same, written into `rows`, whose memory is used again.
    void find(Interval reference, Rows& rows) const;
    /// The type that clipped intervals have: the source's own; float64 for integers against floats.
    ElementType clippedType() const { return m_clippedType; }

private:
    template <typename T>
    bool overlaps(Interval source, Interval reference) const;
    Interval clip(Interval source, Interval reference) const;
    bool longEnough(Interval clipped) const;
    std::size_t nextEndingAfter(std::size_t row, double bound) const;

    std::span<const Interval> m_source;
    std::size_t m_leaves = 1; ///< rows, rounded up to a power of two
    std::vector<double> m_latestEnd; ///< a tree: node i holds the latest end below its children 2i and 2i + 1
    bool m_singlePrecision = false;
    ElementType m_clippedType;
};

}
