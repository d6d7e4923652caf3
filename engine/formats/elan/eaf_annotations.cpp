#include "engine/formats/elan/eaf_annotations.h"

#include <algorithm>

namespace engine::eaf {

namespace {

/// @param order  annotations by their starts; of these, first … last have times at their outer ends only
void spread(const std::vector<Found*>& order, std::size_t first, std::size_t last)
{
    const double start = *order[first]->start->seconds;
    const double length = *order[last]->end->seconds - start;
    const auto count = static_cast<double>(last - first + 1);
    for (std::size_t i = first; i < last; ++i) {
        const double seconds = start + length * static_cast<double>(i - first + 1) / count;
        for (Slot* slot : {order[i]->end, order[i + 1]->start}) {
            slot->seconds = seconds;
            slot->isInterpolated = true;
        }
    }
}

}

std::size_t interpolate(std::span<Found> tier)
{
    std::vector<Found*> order;
    for (Found& found : tier) {
        if (found.start)
            order.push_back(&found);
    }
    const auto isWhole = [](const Found* found) { return found->start->seconds && found->end->seconds; };
    if (std::ranges::all_of(order, isWhole))
        return 0;
    std::ranges::stable_sort(order, {}, [](const Found* found) { return found->start->place; });
    std::size_t count = 0;
    for (std::size_t first = 0; first < order.size(); ++first) {
        if (!order[first]->start->seconds || order[first]->end->seconds)
            continue;
        std::size_t last = first; // the first from here that ends at a time
        while (last + 1 < order.size() && !order[last]->end->seconds && !order[last + 1]->start->seconds)
            ++last;
        if (!order[last]->end->seconds)
            continue;
        spread(order, first, last);
        count += last - first;
    }
    return count;
}

std::vector<const Found*> timesOf(const std::vector<Found>& annotations)
{
    std::vector<const Found*> result(annotations.size(), nullptr);
    std::vector<bool> seen(annotations.size(), false);
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        std::vector<std::size_t> way;
        std::size_t at = i;
        for (; !seen[at] && !annotations[at].start && annotations[at].parent > 0;
             at = annotations[at].parent - 1) {
            seen[at] = true;
            way.push_back(at);
        }
        seen[at] = true;
        if (annotations[at].start)
            result[at] = &annotations[at];
        for (const std::size_t below : way)
            result[below] = result[at];
    }
    return result;
}

void linkByTime(ExchangedTier& tier, const ExchangedTier& above)
{
    std::vector<const Segment*> parents;
    for (const Segment& segment : above.segments)
        parents.push_back(&segment);
    std::ranges::stable_sort(parents, {}, [](const Segment* segment) { return segment->start; });
    for (Segment& segment : tier.segments) {
        auto at = std::ranges::upper_bound(parents, segment.start, {},
                                           [](const Segment* parent) { return parent->start; });
        for (int tried = 0; tried < 3 && at != parents.begin() && segment.parent == 0; ++tried) {
            --at;
            if ((*at)->end > segment.start || (*at)->end >= segment.end)
                segment.parent = (*at)->id;
        }
    }
}

void orderByChain(ExchangedTier& tier, const std::unordered_map<SegmentId, SegmentId>& nextOf)
{
    std::unordered_map<SegmentId, std::vector<std::size_t>> places; // by parent
    std::set<SegmentId> hasPrevious;
    for (const auto& [previous, next] : nextOf)
        hasPrevious.insert(next);
    std::unordered_map<SegmentId, std::size_t> placeOf;
    for (std::size_t i = 0; i < tier.segments.size(); ++i) {
        places[tier.segments[i].parent].push_back(i);
        placeOf.emplace(tier.segments[i].id, i);
    }
    const std::vector<Segment> before = tier.segments;
    for (const auto& [parent, siblings] : places) {
        std::vector<std::size_t> order;
        std::set<std::size_t> done;
        const auto follow = [&](SegmentId id) {
            for (auto at = placeOf.find(id); at != placeOf.end() && before[at->second].parent == parent
                 && done.insert(at->second).second;) {
                order.push_back(at->second);
                const auto next = nextOf.find(before[at->second].id);
                at = next == nextOf.end() ? placeOf.end() : placeOf.find(next->second);
            }
        };
        for (const std::size_t sibling : siblings) {
            if (!hasPrevious.contains(before[sibling].id))
                follow(before[sibling].id);
        }
        for (const std::size_t sibling : siblings) // of chains that have no beginning
            follow(before[sibling].id);
        for (std::size_t i = 0; i < siblings.size(); ++i) {
            tier.segments[siblings[i]] = before[order[i]];
            tier.segments[siblings[i]].order = parent == 0 ? 0 : static_cast<int>(i);
        }
    }
}

}
