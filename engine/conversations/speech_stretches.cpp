#include "engine/conversations/speech_stretches.h"

#include <algorithm>
#include <cmath>

namespace engine {

std::vector<Interval> spokenStretches(std::vector<Interval> spans, double join, double least)
{
    std::erase_if(spans, [](const Interval& span) {
        return !(span.end > span.start) || !std::isfinite(span.start) || !std::isfinite(span.end);
    });
    std::ranges::sort(spans);
    std::vector<Interval> stretches;
    for (const Interval& span : spans) {
        if (!stretches.empty() && span.start - stretches.back().end <= join)
            stretches.back().end = std::max(stretches.back().end, span.end);
        else
            stretches.push_back(span);
    }
    std::erase_if(stretches, [&](const Interval& one) { return one.length() < least - 1e-9; });
    return stretches;
}

const char* name(StretchKind kind)
{
    switch (kind) {
    case StretchKind::Backchannel:
        return "backchannel";
    case StretchKind::Attempt:
        return "attempt";
    case StretchKind::Turn:
        break;
    }
    return "turn";
}

}
