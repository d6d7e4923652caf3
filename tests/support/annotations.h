#pragma once

#include "engine/annotation/edits.h"

/// Small annotations that tests build in memory.
namespace engine::test {

constexpr std::int64_t ticks(int seconds)
{
    return seconds * kTicksPerSecond;
}

/// A tier of intervals of the video `v`, with labels: sentiment −3…3, emotion happy or sad.
inline Tier tier(TierId id, const std::string& name)
{
    Tier result;
    result.id = id;
    result.video = "v";
    result.name = name;
    result.labels = {{"sentiment", NumberScale{-3, 3, 1}},
                     {"emotion", Vocabulary{{{"happy", "#ffcc00", "h"}, {"sad", "", "s"}}}}};
    return result;
}

inline Segment segment(TierId tier, int start, int end, SegmentId parent = 0)
{
    Segment result;
    result.tier = tier;
    result.parent = parent;
    result.start = TimePoint::ofTicks(ticks(start));
    result.end = TimePoint::ofTicks(ticks(end));
    return result;
}

/// One tier, number 1, `words`, with these segments, numbers 1, 2, …; in seconds.
inline Annotation withSpans(const std::vector<std::pair<int, int>>& spans)
{
    Annotation annotation;
    annotation.apply({{{std::nullopt, tier(1, "words")}}, {}, {}});
    for (const auto& [start, end] : spans)
        annotation.apply(insertSegment(annotation, segment(1, start, end)));
    return annotation;
}

}
