#include "engine/sequences/shifted_sequence.h"

namespace engine {

ComputationalSequence shifted(ComputationalSequence sequence, const VideoOffsets& offsets)
{
    const std::vector<std::string> ids = offsets.empty() ? std::vector<std::string>() : sequence.ids();
    for (const std::string& id : ids) {
        const double seconds = offsetOf(offsets, strippedId(id));
        if (seconds == 0.0)
            continue;
        Entry entry = sequence.entry(id);
        entry.intervals.type = ElementType::Float64;
        shift(entry.intervals.values, seconds);
        sequence.put(id, std::move(entry));
    }
    return sequence;
}

void shift(std::vector<Interval>& intervals, double seconds)
{
    for (Interval& interval : intervals)
        interval = {interval.start + seconds, interval.end + seconds};
}

double offsetOf(const VideoOffsets& offsets, const std::string& video)
{
    const auto offset = offsets.find(video);
    return offset == offsets.end() ? 0.0 : offset->second;
}

}
