#include "engine/segment_agreement/segment_differences.h"

#include "engine/agreement/boundaries.h"

#include <algorithm>

namespace engine {

Interval SegmentDifference::span() const
{
    if (!first || !second)
        return first ? first->interval : second ? second->interval : Interval{};
    return {std::min(first->interval.start, second->interval.start),
            std::max(first->interval.end, second->interval.end)};
}

std::vector<SegmentDifference> segmentDifferences(const std::vector<MarkedVideo>& videos,
                                                  const std::string& first, const std::string& second,
                                                  const RunContext& run)
{
    std::vector<SegmentDifference> differences;
    for (std::size_t v = 0; v < videos.size(); ++v) {
        run.tick(v, videos.size());
        const MarkedVideo& video = videos[v];
        const auto a = video.raters.find(first);
        const auto b = video.raters.find(second);
        if (a == video.raters.end() || b == video.raters.end())
            continue;
        const auto before = static_cast<std::ptrdiff_t>(differences.size());
        std::vector<bool> isMatched[2]{std::vector<bool>(a->second.size()),
                                       std::vector<bool>(b->second.size())};
        for (const SegmentMatch& match : matchSegments(intervalsOf(a->second), intervalsOf(b->second))) {
            isMatched[0][match.first] = isMatched[1][match.second] = true;
            const NamedSegment& mine = a->second[match.first];
            const NamedSegment& other = b->second[match.second];
            if (mine.name != other.name)
                differences.push_back({video.video, mine, other});
        }
        for (std::size_t i = 0; i < a->second.size(); ++i) {
            if (!isMatched[0][i])
                differences.push_back({video.video, a->second[i], std::nullopt});
        }
        for (std::size_t i = 0; i < b->second.size(); ++i) {
            if (!isMatched[1][i])
                differences.push_back({video.video, std::nullopt, b->second[i]});
        }
        std::stable_sort(differences.begin() + before, differences.end(),
                         [](const SegmentDifference& one, const SegmentDifference& other) {
                             return one.span() < other.span();
                         });
    }
    return differences;
}

}
