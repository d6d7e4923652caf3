#include "engine/completion/time_blocks.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace engine {

namespace {

constexpr std::size_t kMostTimeBlocks = 5;

}

std::vector<int> timeBlocks(std::span<const PlacedSpan> segments)
{
    std::vector<std::size_t> order(segments.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return std::tuple(segments[a].recording, segments[a].span.start)
            < std::tuple(segments[b].recording, segments[b].span.start);
    });
    std::map<std::size_t, std::size_t> recordings; // their place in order
    for (const PlacedSpan& segment : segments)
        recordings.emplace(segment.recording, 0);
    std::size_t next = 0;
    for (auto& [recording, place] : recordings)
        place = next++;
    std::vector<int> blocks(segments.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
        const std::size_t place = recordings.size() >= kMostTimeBlocks
            ? recordings.at(segments[order[k]].recording) % kMostTimeBlocks
            : k * kMostTimeBlocks / order.size();
        blocks[order[k]] = static_cast<int>(place);
    }
    return blocks;
}

std::vector<std::size_t> outsideOf(int block, std::span<const int> blocks,
                                   std::span<const PlacedSpan> segments)
{
    std::vector<std::size_t> outside;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        bool isApart = blocks[i] != block;
        for (std::size_t k = 0; isApart && k < segments.size(); ++k)
            isApart = blocks[k] != block || segments[k].recording != segments[i].recording
                || segments[k].span.overlap(segments[i].span) <= 0.0;
        if (isApart)
            outside.push_back(i);
    }
    return outside;
}

}
