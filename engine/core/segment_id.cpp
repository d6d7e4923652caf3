#include "engine/core/segment_id.h"

#include <charconv>

namespace engine {

namespace {

constexpr std::string_view kStoredSlash = "%2F"; // as addresses have it

}

SegmentName segmentName(const std::string& id)
{
    if (const std::size_t at = id.find(kClipSeparator); at != std::string::npos)
        return {id.substr(0, at), id.substr(at + kClipSeparator.size())};
    if (const std::size_t at = id.rfind('['); id.ends_with(']') && at != std::string::npos)
        return {id.substr(0, at), id.substr(at + 1, id.size() - at - 2)};
    return {id, {}};
}

std::string entryOfSegment(const std::string& id)
{
    const std::size_t at = id.rfind('[');
    return id.ends_with(']') && at != std::string::npos ? id.substr(0, at) : id;
}

std::string storedId(const std::string& id)
{
    std::string stored;
    for (const char letter : id)
        stored += letter == '/' ? std::string(kStoredSlash) : std::string(1, letter);
    return stored;
}

std::optional<std::int64_t> placeOfSegment(const std::string& id)
{
    const std::size_t at = id.rfind('[');
    const std::string clip = id.ends_with(']') && at != std::string::npos
        ? id.substr(at + 1, id.size() - at - 2)
        : std::string();
    std::int64_t place = 0;
    const auto [end, problem] = std::from_chars(clip.data(), clip.data() + clip.size(), place);
    return problem == std::errc() && end == clip.data() + clip.size() ? std::optional(place) : std::nullopt;
}

}
