#include "engine/annotation/project/history.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace engine {

HistoryChange HistoryChange::followedBy(HistoryChange next) const
{
    if (next.from <= from)
        return next;
    HistoryChange both{from, steps, next.position};
    both.steps.resize(std::min<std::size_t>(steps.size(), next.from - from));
    std::ranges::move(next.steps, std::back_inserter(both.steps));
    return both;
}

}
