#pragma once

#include "engine/numbers/draws.h"
#include "engine/segment_agreement/marked_video.h"

#include <algorithm>
#include <cmath>

namespace engine::test {

/// Talks that several people cut into named segments.
struct MadeTalks {
    std::uint32_t seed = 1;
    std::size_t raters = 2;
    std::size_t videos = 4;
    std::size_t segments = 12; ///< of each video, about
    bool areRelated = true; ///< false: everybody cuts a talk of their own
    double edge = 0.1; ///< deviation of starts and ends, seconds
};

/// A talk with gaps, as long as wished: segments of 1 s and more, and names of four.
inline std::vector<NamedSegment> talk(Draws& draws, double seconds)
{
    static const char* const names[] = {"angry", "happy", "neutral", "sad"};
    std::vector<NamedSegment> made;
    for (double at = 0.0; at < seconds - 0.5;) {
        at += draws.below(2) == 0 ? 0.0 : -0.8 * std::log(draws.uniform());
        const double end = std::min(seconds, at + 1.0 - 2.0 * std::log(draws.uniform()));
        if (end > at + 0.1)
            made.push_back({{at, end}, names[draws.below(4)]});
        at = end;
    }
    return made;
}

inline std::vector<MarkedVideo> madeTalks(const MadeTalks& wish)
{
    Draws draws(wish.seed);
    std::vector<MarkedVideo> videos;
    for (std::size_t v = 0; v < wish.videos; ++v) {
        const double seconds = 3.4 * static_cast<double>(wish.segments);
        MarkedVideo video{"talk_" + std::to_string(v), {0.0, seconds}, {}};
        const std::vector<NamedSegment> shared = talk(draws, seconds);
        for (std::size_t r = 0; r < wish.raters; ++r) {
            const std::vector<NamedSegment> own = wish.areRelated ? shared : talk(draws, seconds);
            std::vector<NamedSegment>& marked = video.raters["rater_" + std::to_string(r)];
            double last = 0.0;
            for (const NamedSegment& segment : own) {
                if (wish.areRelated && draws.below(10) == 0)
                    continue; // missed
                const double start = std::max(last, segment.interval.start + wish.edge * draws.normal());
                last = std::min(seconds,
                                std::max(start + 0.05, segment.interval.end + wish.edge * draws.normal()));
                if (last > start)
                    marked.push_back({{start, last}, segment.name});
            }
        }
        videos.push_back(std::move(video));
    }
    return videos;
}

}
