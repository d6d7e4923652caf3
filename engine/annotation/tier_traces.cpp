#include "engine/annotation/tier_traces.h"

#include "engine/annotation/edits.h"
#include "engine/annotation/tier_edits.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {

namespace {

constexpr double kMostTraceFrames = 1e7; ///< 27 hours at 100 per second

}

TraceFrames tierFrames(const Annotation& annotation, TierId id, double end, double rate)
{
    const Tier* tier = annotation.tier(id);
    const double count
        = std::ceil(std::max(0.0, end) * rate); // of an item of the project, say, which may hold any
    TraceFrames all(count > 0.0 ? static_cast<std::size_t>(std::min(count, kMostTraceFrames)) : 0);
    if (!tier || tier->kind != TierKind::Continuous)
        return all;
    for (const IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
        const Segment& piece = *annotation.segment(entry.id);
        Trace trace{piece.start.seconds(), tier->rate, {}};
        for (const float value : piece.samples)
            trace.frames.push_back(std::isnan(value) ? std::nullopt : std::optional<double>(value));
        const TraceFrames frames = onClock(trace, {0.0, end}, rate);
        for (std::size_t t = 0; t < std::min(all.size(), frames.size()); ++t) {
            if (frames[t])
                all[t] = frames[t];
        }
    }
    return all;
}

double endOfTraces(const Annotation& annotation, const std::vector<TierId>& tiers)
{
    double end = 0.0;
    for (const TierId tier : tiers) {
        for (const IntervalIndex::Entry& entry : annotation.byTime(tier).all())
            end = std::max(end, annotation.segment(entry.id)->end.seconds());
    }
    return end;
}

Change addTrace(const Annotation& annotation, const Tier& tier, const TraceFrames& frames)
{
    const auto isRated = [](const std::optional<double>& value) { return value.has_value(); };
    const auto begin = std::ranges::find_if(frames, isRated);
    if (begin == frames.end())
        throw Refused("There is no moment that anybody rated.");
    const auto end = std::find_if(frames.rbegin(), frames.rend(), isRated).base();
    Change change = addTier(annotation, tier);
    Segment piece;
    piece.id = annotation.unusedSegment();
    piece.tier = change.tiers.front().after->id;
    const auto moment = [&](auto place) {
        return TimePoint::ofSeconds(static_cast<double>(place - frames.begin()) / tier.rate);
    };
    piece.start = moment(begin);
    piece.end = moment(end);
    for (auto value = begin; value != end; ++value)
        piece.samples.push_back(*value ? static_cast<float>(**value)
                                       : std::numeric_limits<float>::quiet_NaN());
    change.segments.push_back({std::nullopt, std::move(piece)});
    return change;
}

Change moveTraceSooner(const Annotation& annotation, TierId id, double seconds)
{
    const Tier* tier = annotation.tier(id);
    if (!tier || tier->kind != TierKind::Continuous)
        throw Refused("There is no continuous tier to move.");
    const auto steps = static_cast<std::int64_t>(std::llround(seconds * tier->rate));
    Change change;
    for (const IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
        const Segment& before = *annotation.segment(entry.id);
        const auto first
            = static_cast<std::int64_t>(std::llround(before.start.seconds() * tier->rate)) - steps;
        const std::int64_t cut = std::max<std::int64_t>(0, -first);
        if (steps == 0)
            continue;
        if (cut >= static_cast<std::int64_t>(before.samples.size())) {
            change.segments.push_back({before, std::nullopt});
            continue;
        }
        Segment after = before;
        after.samples.erase(after.samples.begin(), after.samples.begin() + cut);
        const std::int64_t begin = first + cut;
        after.start = TimePoint::ofSeconds(static_cast<double>(begin) / tier->rate);
        after.end = TimePoint::ofSeconds(
            static_cast<double>(begin + static_cast<std::int64_t>(after.samples.size())) / tier->rate);
        change.segments.push_back({before, std::move(after)});
    }
    return change;
}

}
