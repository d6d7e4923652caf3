#include "engine/alignment/overlap.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace engine {

namespace {

bool isSingle(ElementType type)
{
    return type == ElementType::Float32 || type == ElementType::Float16;
}

}

std::vector<std::size_t> rowsInside(std::span<const Interval> rows, Interval span)
{
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double middle = (rows[i].start + rows[i].end) / 2.0;
        if (middle >= span.start && middle < span.end)
            inside.push_back(i);
    }
    return inside;
}

OverlapFinder::OverlapFinder(std::span<const Interval> source, ElementType sourceType,
                             ElementType referenceType)
    : m_source(source)
    , m_singlePrecision(isSingle(sourceType) && isSingle(referenceType))
    , m_clippedType(isInteger(sourceType) && !isInteger(referenceType) ? ElementType::Float64 : sourceType)
{
    m_leaves = std::bit_ceil(std::max<std::size_t>(1, m_source.size()));
    m_latestEnd.assign(2 * m_leaves, -std::numeric_limits<double>::infinity());
    for (std::size_t row = 0; row < m_source.size(); ++row) {
        if (!std::isnan(m_source[row].end))
            m_latestEnd[m_leaves + row] = m_source[row].end;
    }
    for (std::size_t node = m_leaves - 1; node > 0; --node)
        m_latestEnd[node] = std::max(m_latestEnd[2 * node], m_latestEnd[2 * node + 1]);
}

/// The first row from `row` on that ends at `bound` or later; the number of rows when there is none. A row
/// that lasts long hides nothing: those between it and the reference are stepped over in O(log n).
std::size_t OverlapFinder::nextEndingAfter(std::size_t row, double bound) const
{
    if (row >= m_source.size())
        return m_source.size();
    std::size_t node = m_leaves + row;
    while (!(m_latestEnd[node] >= bound)) {
        while (node % 2 == 1) { // a right child: what follows lies beside an ancestor
            node /= 2;
            if (node <= 1)
                return m_source.size();
        }
        ++node;
    }
    while (node < m_leaves)
        node = m_latestEnd[2 * node] >= bound ? 2 * node : 2 * node + 1;
    return std::min(node - m_leaves, m_source.size());
}

template <typename T>
bool OverlapFinder::overlaps(Interval source, Interval reference) const
{
    const T touching = static_cast<T>(kTouching);
    return static_cast<T>(reference.end) - static_cast<T>(source.start) > -touching
        && static_cast<T>(source.end) - static_cast<T>(reference.start) > -touching;
}

Interval OverlapFinder::clip(Interval source, Interval reference) const
{
    if (isSingle(m_clippedType))
        reference = {static_cast<float>(reference.start), static_cast<float>(reference.end)};
    return {std::max(source.start, reference.start), std::min(source.end, reference.end)};
}

bool OverlapFinder::longEnough(Interval clipped) const
{
    if (isSingle(m_clippedType))
        return std::abs(static_cast<float>(clipped.start) - static_cast<float>(clipped.end))
            > static_cast<float>(kTouching);
    return std::abs(clipped.start - clipped.end) > kTouching;
}

OverlapFinder::Rows OverlapFinder::find(Interval reference) const
{
    Rows rows;
    find(reference, rows);
    return rows;
}

void OverlapFinder::find(Interval reference, Rows& rows) const
{
    rows.indices.clear();
    rows.clipped.clear();
    // Bounds a little wider than the test below, so that its precision alone decides.
    const double margin = 2 * kTouching + 1e-6 * (std::abs(reference.start) + std::abs(reference.end));
    const double bound = reference.start - margin;
    for (std::size_t index = nextEndingAfter(0, bound); index < m_source.size();
         index = nextEndingAfter(index + 1, bound)) {
        const Interval source = m_source[index];
        if (!(source.start <= reference.end + margin))
            break;
        if (!(m_singlePrecision ? overlaps<float>(source, reference) : overlaps<double>(source, reference)))
            continue;
        const Interval clipped = clip(source, reference);
        if (!longEnough(clipped))
            continue;
        rows.indices.push_back(index);
        rows.clipped.push_back(clipped);
    }
}

}
