#include "engine/media/cut_short.h"

#include "engine/decoding/media_end.h"
#include "engine/media/media_info.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kNoticed = 0.25; // seconds

}

std::optional<CutShort> cutShort(const MediaFile& file)
{
    const MediaInfo info = probeMedia(file);
    if (std::ranges::find(info.findings, "truncated", &Finding::code) == info.findings.end())
        return std::nullopt;
    const double header = durationInHeader(openMedia(file)).value_or(0.0);
    const CutShort cut{playedDuration(file), std::max(header, info.duration)};
    return cut.promised - cut.at > kNoticed ? std::optional(cut) : std::nullopt;
}

}
