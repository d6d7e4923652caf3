#include "engine/annotation/difference.h"

namespace engine {

namespace {

/// What differs between two maps of values, by key.
template <typename Map, typename T>
void addReplaced(const Map& from, const Map& to, std::vector<Replaced<T>>& result)
{
    std::map<typename Map::key_type, Replaced<T>> differing;
    for (const auto& [key, before] : from) {
        const auto after = to.find(key);
        if (after == to.end())
            differing[key] = {before, std::nullopt};
        else if (!(after->second == before))
            differing[key] = {before, after->second};
    }
    for (const auto& [key, after] : to) {
        if (!from.contains(key))
            differing[key] = {std::nullopt, after};
    }
    for (auto& [key, replaced] : differing)
        result.push_back(std::move(replaced));
}

}

Change difference(const Annotation& from, const Annotation& to)
{
    Change change;
    addReplaced(from.tiers(), to.tiers(), change.tiers);
    addReplaced(from.segments(), to.segments(), change.segments);
    addReplaced(from.items(), to.items(), change.items);
    change.ignoresLocks = !change.empty();
    return change;
}

}
