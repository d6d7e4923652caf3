#include "engine/segment_agreement/marked_video.h"

#include <algorithm>
#include <set>

namespace engine {

std::vector<std::string> markedRaters(const std::vector<MarkedVideo>& videos)
{
    std::set<std::string> raters;
    for (const MarkedVideo& video : videos) {
        for (const auto& [rater, segments] : video.raters)
            raters.insert(rater);
    }
    return {raters.begin(), raters.end()};
}

std::vector<std::string> segmentNames(const std::vector<MarkedVideo>& videos)
{
    std::set<std::string> names;
    for (const MarkedVideo& video : videos) {
        for (const auto& [rater, segments] : video.raters) {
            for (const NamedSegment& segment : segments)
                names.insert(segment.name);
        }
    }
    return {names.begin(), names.end()};
}

std::vector<Interval> intervalsOf(const std::vector<NamedSegment>& segments)
{
    std::vector<Interval> intervals;
    intervals.reserve(segments.size());
    for (const NamedSegment& segment : segments)
        intervals.push_back(segment.interval);
    return intervals;
}

std::vector<double> boundariesWithin(const std::vector<NamedSegment>& segments, Interval span)
{
    std::set<double> places;
    for (const NamedSegment& segment : segments) {
        for (const double place : {segment.interval.start, segment.interval.end}) {
            if (span.start < place && place < span.end)
                places.insert(place);
        }
    }
    return {places.begin(), places.end()};
}

std::vector<MarkedVideo> sortedVideos(std::vector<MarkedVideo> videos)
{
    for (MarkedVideo& video : videos) {
        for (auto& [rater, segments] : video.raters)
            std::ranges::sort(segments);
    }
    return videos;
}

}
