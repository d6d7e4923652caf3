#include "engine/space/point_tree.h"

#include <algorithm>
#include <utility>

namespace engine {

namespace {

constexpr int kLevels = 21;
constexpr float kAngle = 0.8F; // width of a cell, as a part of its distance, up to which it is one point

/// Every third bit, from the lowest on.
std::uint64_t spreadBits(std::uint64_t bits)
{
    bits = (bits | bits << 32U) & 0x1f00000000ffffULL;
    bits = (bits | bits << 16U) & 0x1f0000ff0000ffULL;
    bits = (bits | bits << 8U) & 0x100f00f00f00f00fULL;
    bits = (bits | bits << 4U) & 0x10c30c30c30c30c3ULL;
    return (bits | bits << 2U) & 0x1249249249249249ULL;
}

}

PointTree::PointTree(const PointLayout& layout)
{
    std::array<float, 3> low = layout.front();
    float width = 0;
    for (const auto& point : layout) {
        for (std::size_t axis = 0; axis < 3; ++axis)
            low.at(axis) = std::min(low.at(axis), point.at(axis));
    }
    for (const auto& point : layout) {
        for (std::size_t axis = 0; axis < 3; ++axis)
            width = std::max(width, point.at(axis) - low.at(axis));
    }
    constexpr std::uint64_t most = (1ULL << kLevels) - 1;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted(layout.size());
    for (std::size_t i = 0; i < layout.size(); ++i) {
        std::uint64_t code = 0;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double part = width > 0 ? static_cast<double>((layout[i][axis] - low.at(axis)) / width) : 0;
            const auto step = static_cast<std::uint64_t>(part * static_cast<double>(most + 1));
            code |= spreadBits(std::min(step, most)) << axis;
        }
        sorted[i] = {code, static_cast<std::uint32_t>(i)};
    }
    std::sort(sorted.begin(), sorted.end());
    m_codes.reserve(sorted.size());
    m_order.reserve(sorted.size());
    for (const auto& [code, point] : sorted) {
        m_codes.push_back(code);
        m_order.push_back(point);
    }
    m_cells.reserve(layout.size() * 2);
    add(0, layout.size(), 0, width, layout);
}

/// The cell of some points of the order, and the cells within it.
void PointTree::add(std::size_t first, std::size_t end, int level, float width, const PointLayout& layout)
{
    const std::size_t place = m_cells.size();
    Cell cell;
    std::array<double, 3> sums{};
    for (std::size_t i = first; i < end; ++i) {
        for (std::size_t axis = 0; axis < 3; ++axis)
            sums.at(axis) += static_cast<double>(layout[m_order[i]][axis]);
    }
    const auto count = static_cast<double>(end - first);
    for (std::size_t axis = 0; axis < 3; ++axis)
        cell.middle.at(axis) = static_cast<float>(sums.at(axis) / count);
    cell.count = static_cast<float>(count);
    const bool isLeaf = end - first == 1 || level == kLevels;
    cell.openWithin = isLeaf ? -1.0F : width * width / (kAngle * kAngle);
    m_cells.push_back(cell);
    if (!isLeaf) {
        const auto shift = static_cast<unsigned>(3 * (kLevels - 1 - level));
        for (std::size_t from = first; from < end;) {
            const std::uint64_t child = m_codes[from] >> shift;
            std::size_t to = from + 1;
            while (to < end && m_codes[to] >> shift == child)
                ++to;
            add(from, to, level + 1, width / 2, layout);
            from = to;
        }
    }
    m_cells[place].next = static_cast<std::uint32_t>(m_cells.size());
}

PointTree::Repulsion PointTree::repulsion(const std::array<float, 3>& position) const
{
    std::array<float, 3> force{};
    float sum = 0;
    for (std::size_t at = 0; at < m_cells.size();) {
        const Cell& cell = m_cells[at];
        const float x = position[0] - cell.middle[0];
        const float y = position[1] - cell.middle[1];
        const float z = position[2] - cell.middle[2];
        const float squared = x * x + y * y + z * z;
        if (squared < cell.openWithin) {
            ++at;
            continue;
        }
        const float near = 1 / (1 + squared);
        sum += cell.count * near;
        const float push = cell.count * near * near;
        force[0] += push * x;
        force[1] += push * y;
        force[2] += push * z;
        at = cell.next;
    }
    // The point itself was counted: at no distance, it pushes with nothing and adds 1 to the sum.
    return {{static_cast<double>(force[0]), static_cast<double>(force[1]), static_cast<double>(force[2])},
            static_cast<double>(sum) - 1};
}

}
