#include "engine/media/cut_short.h"
#include "engine/media/frame_times.h"
#include "engine/media/media_info.h"
#include "engine/media_child/media_child.h"
#include "engine/media_messages/media_messages.h"

#include <cstring>
#include <type_traits>

namespace engine {

static_assert(std::is_trivially_copyable_v<Interval> && sizeof(Interval) == 16);

MediaInfo probeMedia(const MediaFile& file)
{
    MediaChild child(file);
    const MediaMessage answer = child.ask({{"do", "probe"}});
    return child.believed([&] { return mediaInfoIn(answer.head.at("info"), file); });
}

std::optional<CutShort> cutShort(const MediaFile& file)
{
    MediaChild child(file);
    const MediaMessage answer = child.ask({{"do", "cut_short"}});
    return child.believed([&] { return cutShortIn(answer.head.at("cut")); });
}

std::vector<Interval> frameTimes(const MediaFile& file)
{
    MediaChild child(file);
    const MediaMessage answer = child.ask({{"do", "frame_times"}});
    std::vector<Interval> times(answer.bytes.size() / sizeof(Interval));
    if (!times.empty())
        std::memcpy(times.data(), answer.bytes.data(), times.size() * sizeof(Interval));
    return times;
}

}
