#include "engine/annotation/interval_index.h"

#include <algorithm>
#include <ext/pb_ds/assoc_container.hpp>
#include <ext/pb_ds/tree_policy.hpp>
#include <limits>
#include <map>
#include <tuple>

namespace engine {

namespace {

using Entry = IntervalIndex::Entry;

struct ByStart {
    bool operator()(const Entry& a, const Entry& b) const
    {
        return std::tie(a.start, a.id) < std::tie(b.start, b.id);
    }
};

/// Keeps in every node of the tree the latest end below it: an interval tree (Cormen et al., section 14.3).
template <typename ConstIterator, typename Iterator, typename, typename>
struct LatestEnd {
    using metadata_type = std::int64_t;

    void operator()(Iterator node, ConstIterator none)
    {
        std::int64_t latest = (*node)->end;
        for (const Iterator child : {node.get_l_child(), node.get_r_child()}) {
            if (child != none)
                latest = std::max(latest, child.get_metadata());
        }
        const_cast<metadata_type&>(node.get_metadata()) = latest;
    }

    virtual ~LatestEnd() = default;
};

using EntryTree = __gnu_pbds::tree<Entry, __gnu_pbds::null_type, ByStart, __gnu_pbds::rb_tree_tag, LatestEnd>;

constexpr SegmentId kFirstId = std::numeric_limits<SegmentId>::min();

/// Whether an entry shares time with [from, to); a point is in it when it is not at its end.
bool meets(const Entry& entry, std::int64_t from, std::int64_t to)
{
    if (entry.start == entry.end)
        return entry.start >= from && entry.start < to;
    return entry.start < to && entry.end > from;
}

/// Visits, in order, what starts before `to` and ends at `from` or later; the tree's nodes are left out as
/// soon as nothing below them does.
template <typename Node, typename Visit>
void visitSpanning(const EntryTree& tree, Node node, std::int64_t from, std::int64_t to, const Visit& visit)
{
    if (node == tree.node_end() || node.get_metadata() < from)
        return;
    visitSpanning(tree, node.get_l_child(), from, to, visit);
    const Entry& entry = **node;
    if (entry.start >= to)
        return;
    if (entry.end >= from)
        visit(entry);
    visitSpanning(tree, node.get_r_child(), from, to, visit);
}

}

struct IntervalIndex::Tree {
    EntryTree byStart;
    std::map<std::int64_t, std::size_t> ends; ///< end → how many segments end there
};

IntervalIndex::IntervalIndex() : m_tree(std::make_unique<Tree>()) { }
IntervalIndex::IntervalIndex(const IntervalIndex& other) : m_tree(std::make_unique<Tree>(*other.m_tree)) { }
IntervalIndex::IntervalIndex(IntervalIndex&&) noexcept = default;
IntervalIndex::~IntervalIndex() = default;

IntervalIndex& IntervalIndex::operator=(IntervalIndex other) noexcept
{
    std::swap(m_tree, other.m_tree);
    return *this;
}

std::size_t IntervalIndex::size() const
{
    return m_tree->byStart.size();
}

void IntervalIndex::insert(const Entry& entry)
{
    m_tree->byStart.insert(entry);
    ++m_tree->ends[entry.end];
}

void IntervalIndex::erase(const Entry& entry)
{
    if (!m_tree->byStart.erase(entry))
        return;
    const auto end = m_tree->ends.find(entry.end);
    if (--end->second == 0)
        m_tree->ends.erase(end);
}

std::vector<Entry> IntervalIndex::startingIn(std::int64_t from, std::int64_t to) const
{
    std::vector<Entry> found;
    for (auto it = m_tree->byStart.lower_bound({from, kFirstId, 0});
         it != m_tree->byStart.end() && it->start < to; ++it)
        found.push_back(*it);
    return found;
}

std::vector<Entry> IntervalIndex::spanning(std::int64_t from, std::int64_t to) const
{
    std::vector<Entry> found;
    const EntryTree& tree = m_tree->byStart;
    visitSpanning(tree, tree.node_begin(), from, to, [&](const Entry& entry) {
        if (meets(entry, from, to))
            found.push_back(entry);
    });
    return found;
}

std::vector<Entry> IntervalIndex::covering(std::int64_t moment) const
{
    return spanning(moment, moment + 1);
}

std::vector<Entry> IntervalIndex::within(std::int64_t from, std::int64_t to) const
{
    std::vector<Entry> found = startingIn(from, to == std::numeric_limits<std::int64_t>::max() ? to : to + 1);
    std::erase_if(found, [&](const Entry& entry) { return entry.end > to; });
    return found;
}

std::optional<Entry> IntervalIndex::firstFrom(std::int64_t moment) const
{
    const auto it = m_tree->byStart.lower_bound({moment, kFirstId, 0});
    return it == m_tree->byStart.end() ? std::nullopt : std::optional(*it);
}

std::optional<Entry> IntervalIndex::lastBefore(std::int64_t moment) const
{
    auto it = m_tree->byStart.lower_bound({moment, kFirstId, 0});
    if (it == m_tree->byStart.begin())
        return std::nullopt;
    return *--it;
}

std::optional<Entry> IntervalIndex::next(const Entry& entry) const
{
    const auto it = m_tree->byStart.upper_bound(entry);
    return it == m_tree->byStart.end() ? std::nullopt : std::optional(*it);
}

std::optional<Entry> IntervalIndex::previous(const Entry& entry) const
{
    auto it = m_tree->byStart.lower_bound(entry);
    if (it == m_tree->byStart.begin())
        return std::nullopt;
    return *--it;
}

std::optional<std::int64_t> IntervalIndex::nearestBoundary(std::int64_t moment) const
{
    std::optional<std::int64_t> nearest;
    const auto offer = [&](std::int64_t boundary) {
        const auto distance = [&](std::int64_t t) { return t < moment ? moment - t : t - moment; };
        if (!nearest || distance(boundary) < distance(*nearest)
            || (distance(boundary) == distance(*nearest) && boundary < *nearest))
            nearest = boundary;
    };
    if (const auto before = lastBefore(moment))
        offer(before->start);
    if (const auto after = firstFrom(moment))
        offer(after->start);
    const auto end = m_tree->ends.lower_bound(moment);
    if (end != m_tree->ends.begin())
        offer(std::prev(end)->first);
    if (end != m_tree->ends.end())
        offer(end->first);
    return nearest;
}

std::vector<Entry> IntervalIndex::all() const
{
    return {m_tree->byStart.begin(), m_tree->byStart.end()};
}

}
