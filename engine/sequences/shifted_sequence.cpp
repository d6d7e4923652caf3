#include "engine/sequences/shifted_sequence.h"

namespace engine {

ComputationalSequence shifted(ComputationalSequence sequence, const VideoOffsets& offsets)
{
    const std::vector<std::string> ids = offsets.empty() ? std::vector<std::string>() : sequence.ids();
    for (const std::string& id : ids) {
        const auto offset = offsets.find(strippedId(id));
        if (offset == offsets.end() || offset->second == 0.0)
            continue;
        Entry entry = sequence.entry(id);
        entry.intervals.type = ElementType::Float64;
        for (Interval& interval : entry.intervals.values)
            interval = {interval.start + offset->second, interval.end + offset->second};
        sequence.put(id, std::move(entry));
    }
    return sequence;
}

}
