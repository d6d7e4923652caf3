#include "engine/annotation/trace_edits.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace engine {

std::int64_t tracePlace(double seconds, double rate)
{
    return static_cast<std::int64_t>(std::floor(seconds * rate + 1e-9)); // 0.12 s at 25 Hz is place 3
}

Change recordTrace(const Annotation& annotation, TierId id, std::int64_t first,
                   const std::vector<float>& values)
{
    const Tier* tier = annotation.tier(id);
    if (!tier || tier->kind != TierKind::Continuous)
        throw Refused("There is no continuous tier to record into.");
    if (values.empty())
        return {};
    std::int64_t begin = first;
    std::int64_t end = first + static_cast<std::int64_t>(values.size());
    std::vector<const Segment*> touched;
    const auto placeOf = [&](const Segment& piece) {
        return static_cast<std::int64_t>(std::llround(piece.start.seconds() * tier->rate));
    };
    for (const IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
        const Segment& piece = *annotation.segment(entry.id);
        const std::int64_t from = placeOf(piece);
        const std::int64_t to = from + static_cast<std::int64_t>(piece.samples.size());
        if (to < first || from > first + static_cast<std::int64_t>(values.size()))
            continue;
        touched.push_back(&piece);
        begin = std::min(begin, from);
        end = std::max(end, to);
    }
    std::vector<float> joined(static_cast<std::size_t>(end - begin), std::numeric_limits<float>::quiet_NaN());
    for (const Segment* piece : touched)
        std::ranges::copy(piece->samples, joined.begin() + (placeOf(*piece) - begin));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]))
            joined[static_cast<std::size_t>(first - begin) + i] = values[i];
    }

    Change change;
    Segment after = touched.empty() ? Segment() : *touched.front();
    if (touched.empty()) {
        after.id = annotation.unusedSegment();
        after.tier = id;
    }
    after.start = TimePoint::ofSeconds(static_cast<double>(begin) / tier->rate);
    after.end = TimePoint::ofSeconds(static_cast<double>(end) / tier->rate);
    after.samples = std::move(joined);
    change.segments.push_back(
        {touched.empty() ? std::nullopt : std::optional(*touched.front()), std::move(after)});
    for (std::size_t i = 1; i < touched.size(); ++i)
        change.segments.push_back({*touched[i], std::nullopt});
    return change;
}

}
