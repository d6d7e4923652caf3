#include "engine/annotation/word_edges.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {

namespace {

constexpr double kSameEdge = 1e-5; // seconds: edges this close are one

}

std::vector<WordTimes> movedEdge(std::span<const Interval> words, std::size_t word, bool atEnd,
                                 double seconds)
{
    const Interval moved = words[word];
    const double edge = atEnd ? moved.end : moved.start;
    const bool hasNeighbour = atEnd ? word + 1 < words.size() : word > 0;
    const std::size_t other = atEnd ? word + 1 : word - 1;
    const bool shared
        = hasNeighbour && std::abs((atEnd ? words[other].start : words[other].end) - edge) <= kSameEdge;

    double least = atEnd ? moved.start + kShortestWord : 0.0;
    double most = atEnd ? std::numeric_limits<double>::infinity() : moved.end - kShortestWord;
    if (hasNeighbour && atEnd)
        most = shared ? words[other].end - kShortestWord : words[other].start;
    if (hasNeighbour && !atEnd)
        least = shared ? words[other].start + kShortestWord : words[other].end;
    const double target = least <= most ? std::clamp(seconds, least, most) : edge;
    if (target == edge)
        return {};

    std::vector<WordTimes> changes{
        {word, atEnd ? Interval{moved.start, target} : Interval{target, moved.end}}};
    if (shared)
        changes.push_back(
            {other, atEnd ? Interval{target, words[other].end} : Interval{words[other].start, target}});
    return changes;
}

}
