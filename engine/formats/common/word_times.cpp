#include "engine/formats/common/word_times.h"

#include <algorithm>

namespace engine {

namespace {

/// Where the gap in front of the word that has a time again ends.
double nextTime(const std::vector<TimedWord>& words, std::size_t from, double otherwise)
{
    for (std::size_t i = from; i < words.size(); ++i) {
        if (words[i].start)
            return *words[i].start;
    }
    return otherwise;
}

}

std::size_t addWords(TierImport& import, std::size_t tier, const std::vector<TimedWord>& words,
                     Interval within, SegmentId parent)
{
    std::size_t untimed = 0;
    double reached = within.start;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t behind = i; // the untimed ones from here on
        while (behind < words.size() && !(words[behind].start && words[behind].end))
            ++behind;
        const double until = std::max(reached, nextTime(words, behind, within.end));
        const double each = (until - reached) / static_cast<double>(std::max<std::size_t>(behind - i, 1));
        const double from = reached;
        for (std::size_t k = i; k < std::min(std::max(behind, i + 1), words.size()); ++k) {
            const bool isTimed = k == behind;
            const auto place = static_cast<double>(k - i);
            const double start = isTimed ? *words[k].start : from + each * place;
            const double end = isTimed ? *words[k].end : from + each * (place + 1.0);
            reached = std::max(reached, end);
            Segment* segment = import.add(tier, start, end, words[k].text, words[k].line);
            if (!segment)
                continue;
            segment->parent = parent;
            segment->confidence = words[k].confidence;
            segment->values = words[k].values;
            if (isTimed)
                continue;
            ++untimed;
            segment->flagged = true;
            segment->start.recorded.reset();
            segment->end.recorded.reset();
        }
        i = std::max(behind, i + 1);
    }
    return untimed;
}

}
