#include "engine/annotation/change.h"

#include <algorithm>
#include <map>
#include <utility>

namespace engine {

namespace {

template <typename T>
std::vector<Replaced<T>> inverted(const std::vector<Replaced<T>>& all)
{
    std::vector<Replaced<T>> result;
    for (auto it = all.rbegin(); it != all.rend(); ++it)
        result.push_back(it->inverse());
    return result;
}

TierId keyOf(const Tier& tier)
{
    return tier.id;
}
SegmentId keyOf(const Segment& segment)
{
    return segment.id;
}
std::pair<std::string, std::string> keyOf(const Item& item)
{
    return {item.kind, item.name};
}

template <typename T>
auto keyOf(const Replaced<T>& replaced)
{
    return keyOf(replaced.before ? *replaced.before : *replaced.after);
}

/// Joins by key, in the order in which keys appear first.
template <typename T>
std::vector<Replaced<T>> joined(const std::vector<Replaced<T>>& first, const std::vector<Replaced<T>>& then)
{
    std::vector<Replaced<T>> result = first;
    std::map<decltype(keyOf(std::declval<Replaced<T>>())), std::size_t> places;
    for (std::size_t i = 0; i < result.size(); ++i)
        places.emplace(keyOf(result[i]), i);
    for (const Replaced<T>& replaced : then) {
        const auto [place, isNew] = places.emplace(keyOf(replaced), result.size());
        if (isNew)
            result.push_back(replaced);
        else
            result[place->second].after = replaced.after;
    }
    std::erase_if(result, [](const Replaced<T>& replaced) { return replaced.before == replaced.after; });
    return result;
}

}

Change Change::inverse() const
{
    return {inverted(tiers), inverted(segments), inverted(items), ignoresLocks};
}

Change Change::followedBy(const Change& next) const
{
    return {joined(tiers, next.tiers), joined(segments, next.segments), joined(items, next.items),
            ignoresLocks || next.ignoresLocks};
}

}
