#include "app/suspects/word_of_edge.h"

#include "app/document/tier_views.h"
#include "engine/annotation/layers.h"

#include <cmath>

namespace app {

engine::SegmentId wordOfEdge(const engine::Annotation& annotation, const std::string& video,
                             const engine::WordEdge& edge)
{
    constexpr double near = 0.05; // seconds
    const engine::Tier* words = engine::tierCalled(annotation, video, kWordsTier);
    if (!words)
        return 0;
    const auto around
        = annotation.byTime(words->id).spanning(engine::TimePoint::ofSeconds(edge.written - near).ticks,
                                                engine::TimePoint::ofSeconds(edge.written + near).ticks);
    for (const engine::IntervalIndex::Entry& entry : around) {
        const engine::Segment& word = *annotation.segment(entry.id);
        const double boundary = (edge.isEnd ? word.end : word.start).seconds();
        if (std::abs(boundary - edge.written) <= near && word.text == edge.word)
            return word.id;
    }
    return 0;
}

}
