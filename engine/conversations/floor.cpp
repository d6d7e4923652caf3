#include "engine/conversations/floor.h"

#include <algorithm>
#include <numeric>

namespace engine {

std::vector<std::vector<Interval>> floorSpans(const TakenTurns& taken, std::size_t speakers)
{
    std::vector<std::vector<Interval>> spans(speakers);
    for (std::size_t i = 0; i < taken.turns.size(); ++i) {
        const SpeakingTurn& turn = taken.turns[i];
        const double end
            = i + 1 < taken.turns.size() ? std::min(turn.end, taken.turns[i + 1].start) : turn.end;
        if (end > turn.start)
            spans[turn.speaker].push_back({turn.start, end});
    }
    return spans;
}

std::vector<std::size_t> byTalkShare(std::span<const Speaker> speakers)
{
    std::vector<double> talk;
    for (const Speaker& speaker : speakers) {
        talk.push_back(0.0);
        for (const Interval& stretch : spokenStretches(speaker.spans, 0.0, 0.0))
            talk.back() += stretch.end - stretch.start;
    }
    std::vector<std::size_t> order(speakers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t place) { return talk[place]; });
    return order;
}

}
