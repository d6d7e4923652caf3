#include "engine/media_messages/media_messages.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <new>
#include <type_traits>

namespace engine {

namespace {

using nlohmann::json;
using Entry = FrameIndex::Entry;
static_assert(std::is_trivially_copyable_v<Entry> && sizeof(Entry) == 32);

[[noreturn]] void throwBad(const char* what)
{
    throw FormatError("bad_frame", "polylogue-media", what);
}

double finite(const json& value)
{
    const double number = value.get<double>();
    if (!std::isfinite(number))
        throwBad("a number is not finite");
    return number;
}

int pixels(const json& value)
{
    constexpr int kMost = 1 << 16;
    const auto number = value.get<std::int64_t>();
    if (number < 0 || number > kMost)
        throwBad("pictures of such a size cannot be");
    return static_cast<int>(number);
}

/// What follows the path in an error's sentence.
std::string withoutPath(const std::string& message, const std::string& path)
{
    const std::string begin = path + ": ";
    return message.starts_with(begin) ? message.substr(begin.size()) : message;
}

}

json jsonOf(const MediaFile& file)
{
    return {{"path", std::filesystem::absolute(file.path).string()},
            {"first_picture", file.zero == TimeZero::FirstPicture}};
}

MediaFile mediaFileIn(const json& json)
{
    return {json.at("path").get<std::string>(),
            json.at("first_picture").get<bool>() ? TimeZero::FirstPicture : TimeZero::EarliestStream};
}

json jsonOf(const MediaInfo& info)
{
    json findings = json::array();
    for (const Finding& finding : info.findings)
        findings.push_back({static_cast<int>(finding.severity), finding.code, finding.message});
    return {{"duration", info.duration},
            {"start", info.startTime},
            {"video_start", info.videoStart},
            {"audio_start", info.audioStart},
            {"has_video", info.hasVideo},
            {"has_audio", info.hasAudio},
            {"width", info.width},
            {"height", info.height},
            {"rotation", info.rotation},
            {"frame_rate", info.frameRate},
            {"variable", info.variableFrameRate},
            {"sample_rate", info.sampleRate},
            {"channels", info.channels},
            {"video_codec", info.videoCodec},
            {"audio_codec", info.audioCodec},
            {"findings", findings}};
}

MediaInfo mediaInfoIn(const json& json, const MediaFile& file)
{
    MediaInfo info;
    info.path = file.path;
    info.zero = file.zero;
    info.duration = finite(json.at("duration"));
    info.startTime = finite(json.at("start"));
    info.videoStart = finite(json.at("video_start"));
    info.audioStart = finite(json.at("audio_start"));
    info.hasVideo = json.at("has_video").get<bool>();
    info.hasAudio = json.at("has_audio").get<bool>();
    info.width = pixels(json.at("width"));
    info.height = pixels(json.at("height"));
    info.rotation = json.at("rotation").get<int>();
    info.frameRate = finite(json.at("frame_rate"));
    info.variableFrameRate = json.at("variable").get<bool>();
    info.sampleRate = json.at("sample_rate").get<int>();
    info.channels = json.at("channels").get<int>();
    info.videoCodec = json.at("video_codec").get<std::string>();
    info.audioCodec = json.at("audio_codec").get<std::string>();
    for (const auto& finding : json.at("findings")) {
        const int severity = std::clamp(finding.at(0).get<int>(), 0, static_cast<int>(Finding::Severity::Invalid));
        info.findings.push_back(
            {static_cast<Finding::Severity>(severity), finding.at(1).get<std::string>(), file.path.string(), finding.at(2).get<std::string>()});
    }
    if (info.hasVideo && (info.width < 1 || info.height < 1))
        throwBad("pictures without a size");
    if (info.hasAudio && (info.sampleRate < 1 || info.channels < 1))
        throwBad("sound without a rate");
    return info;
}

json jsonOf(const std::optional<CutShort>& cut)
{
    return cut ? json{{"at", cut->at}, {"promised", cut->promised}} : json(nullptr);
}

std::optional<CutShort> cutShortIn(const json& json)
{
    if (json.is_null())
        return std::nullopt;
    return CutShort{finite(json.at("at")), finite(json.at("promised"))};
}

IndexPart partOf(const FrameIndex& index, std::size_t from)
{
    IndexPart part;
    from = std::min(from, index.size());
    part.head = {{"from", from},
                 {"tick", index.tick()},
                 {"zero", index.zero()},
                 {"last", index.lastDuration()},
                 {"complete", index.complete()}};
    part.bytes.resize((index.size() - from) * sizeof(Entry));
    if (!part.bytes.empty())
        std::memcpy(part.bytes.data(), index.entries().data() + from, part.bytes.size());
    return part;
}

FrameIndex indexWith(const FrameIndex& known, const json& head, std::string_view bytes)
{
    const auto from = head.at("from").get<std::size_t>();
    const double tick = finite(head.at("tick"));
    if (from > known.size() || bytes.size() % sizeof(Entry) != 0 || !(tick > 0.0))
        throwBad("an index that does not fit");
    const auto before = known.entries().first(from);
    std::vector<Entry> entries(before.begin(), before.end());
    entries.resize(from + bytes.size() / sizeof(Entry));
    std::string checked(bytes);
    for (std::size_t at = offsetof(Entry, key); at < checked.size(); at += sizeof(Entry))
        checked[at] = checked[at] != 0; // no other byte is a bool
    if (!checked.empty())
        std::memcpy(static_cast<void*>(entries.data() + from), checked.data(), checked.size());
    for (std::size_t k = std::max<std::size_t>(from, 1); k < entries.size(); ++k) {
        if (entries[k].pts <= entries[k - 1].pts)
            throwBad("an index without order");
    }
    return FrameIndex(std::move(entries), tick, finite(head.at("zero")), finite(head.at("last")),
                      head.at("complete").get<bool>());
}

json jsonOf(const std::exception& error)
{
    const char* kind = "other";
    std::string code = "io";
    if (dynamic_cast<const Cancelled*>(&error))
        kind = "cancelled";
    else if (dynamic_cast<const std::bad_alloc*>(&error))
        kind = "memory";
    else if (dynamic_cast<const FormatError*>(&error))
        kind = "format";
    if (const auto* ours = dynamic_cast<const Error*>(&error))
        code = ours->code();
    return {{"kind", kind}, {"code", code}, {"message", error.what()}};
}

void throwErrorIn(const json& json, const std::string& path)
{
    const auto kind = json.at("kind").get<std::string>();
    if (kind == "cancelled")
        throw Cancelled();
    if (kind == "memory")
        throw std::bad_alloc();
    const auto code = json.at("code").get<std::string>();
    std::string what = withoutPath(json.at("message").get<std::string>(), path);
    what = withoutPath(what, std::filesystem::absolute(path).string());
    if (kind == "format")
        throw FormatError(code, path, what);
    throw IoError(code, path, what);
}

}
