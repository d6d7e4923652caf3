#include "engine/media/media_info.h"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/rational.h>
}

#include "engine/decoding/media_end.h"
#include "engine/decoding/media_source.h"
#include "engine/decoding/riff.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::int64_t kSloppyBytes = 8; // that some programs count too much in a RIFF header
constexpr double kMissing = 1.0; // seconds, and share, by which a header may promise too much
constexpr double kMissingShare = 0.02;

const std::int32_t* displayMatrix(const AVStream& stream)
{
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 16, 100)
    const AVPacketSideData* data = av_packet_side_data_get(
        stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    return data ? reinterpret_cast<const std::int32_t*>(data->data) : nullptr;
#else
    return reinterpret_cast<const std::int32_t*>(
        av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr));
#endif
}

/// Clockwise quarter turns in degrees; other angles are not turned.
int rotationOf(const AVStream& stream)
{
    const std::int32_t* matrix = displayMatrix(stream);
    if (!matrix)
        return 0;
    const double counterClockwise = av_display_rotation_get(matrix);
    if (!std::isfinite(counterClockwise))
        return 0;
    const int quarters = static_cast<int>(std::lround(-counterClockwise / 90.0));
    return ((quarters % 4 + 4) % 4) * 90;
}

/// The stored size stretched to square pixels.
void setDisplaySize(MediaInfo& info, const MediaSource& source)
{
    const AVCodecParameters& stored = *source.video->codecpar;
    const AVRational aspect = av_guess_sample_aspect_ratio(source.format.get(), source.video, nullptr);
    info.width = stored.width;
    info.height = stored.height;
    if (aspect.num > 0 && aspect.den > 0) {
        const double ratio = av_q2d(aspect);
        if (ratio > 1.0)
            info.width = static_cast<int>(std::lround(stored.width * ratio));
        else
            info.height = static_cast<int>(std::lround(stored.height / ratio));
    }
    info.rotation = rotationOf(*source.video);
    if (info.rotation % 180 == 90)
        std::swap(info.width, info.height);
}

/// From the container's index when it has one, else from the two rates that FFmpeg finds.
bool variesInRate(AVStream& stream)
{
    const int count = avformat_index_get_entries_count(&stream);
    if (count > 2 && stream.nb_frames > 0 && count >= stream.nb_frames) {
        const auto time = [&](int i) { return avformat_index_get_entry(&stream, i)->timestamp; };
        const std::int64_t usual = (time(count - 1) - time(0)) / (count - 1);
        for (int i = 1; i < count - 1; ++i) // the last one may be cut
            if (std::abs(time(i) - time(i - 1) - usual) > std::max<std::int64_t>(1, usual / 50))
                return true;
        return false;
    }
    const double nominal = av_q2d(stream.r_frame_rate);
    const double average = av_q2d(stream.avg_frame_rate);
    return nominal > 0.0 && average > 0.0 && std::abs(nominal - average) > 0.02 * nominal;
}

/// The byte after the last one that the container's index or a RIFF header promises; 0 when unknown.
std::int64_t promisedEnd(const MediaSource& source)
{
    std::int64_t end = promisedByRiff(source.path) - kSloppyBytes;
    for (AVStream* stream : {source.video, source.audio}) {
        const int count = stream ? avformat_index_get_entries_count(stream) : 0;
        if (!stream || stream->nb_frames <= 0 || count < stream->nb_frames)
            continue;
        const AVIndexEntry* last = avformat_index_get_entry(stream, count - 1);
        end = std::max(end, last->pos + last->size);
    }
    return end;
}

void warn(MediaInfo& info, const char* code, std::string message)
{
    info.findings.push_back({Finding::Severity::Warning, code, info.path.string(), std::move(message)});
}

void addFindings(MediaInfo& info, const MediaSource& source)
{
    const auto bytes = storedBytesIfAny(info.path);
    const auto size = static_cast<std::int64_t>(bytes ? bytes->size : 0);
    const std::int64_t promised = promisedEnd(source);
    if (bytes && promised > size)
        warn(info, "truncated",
             fmt::format("The file ends after {} % of its data; what is there is played.",
                         size * 100 / promised));
    if (source.video && !avcodec_find_decoder(source.video->codecpar->codec_id))
        warn(info, "video_undecodable",
             fmt::format("The pictures ({}) cannot be decoded by this FFmpeg.", info.videoCodec));
    if (source.audio && !avcodec_find_decoder(source.audio->codecpar->codec_id))
        warn(info, "audio_undecodable",
             fmt::format("The sound ({}) cannot be decoded by this FFmpeg.", info.audioCodec));
}

/// Where a header promises more than there is, and nothing else told so.
void addMissingEnd(MediaInfo& info, double promised)
{
    const bool isMuch = promised - info.duration > std::max(kMissing, kMissingShare * promised);
    const bool isSaid = std::ranges::find(info.findings, "truncated", &Finding::code) != info.findings.end();
    if (isMuch && !isSaid)
        warn(info, "truncated",
             fmt::format(
                 "The header promises {:.1f} s, but picture and sound end after {:.1f} s; what is there is "
                 "played.",
                 promised, info.duration));
}

/// Whether there are streams that are not played, such as subtitles, which may last longer.
bool hasOthers(const MediaSource& source)
{
    return source.format->nb_streams > (source.video ? 1U : 0U) + (source.audio ? 1U : 0U);
}

/// Where the stream begins on the timeline, as far as the container tells.
double beginsAt(const MediaSource& source, const AVStream& stream)
{
    if (stream.start_time == AV_NOPTS_VALUE)
        return 0.0;
    return std::max(0.0, static_cast<double>(stream.start_time) * av_q2d(stream.time_base) - source.zero);
}

}

MediaInfo describe(const MediaSource& source)
{
    MediaInfo info;
    info.path = source.path;
    info.zero = source.rule;
    info.startTime = source.zero;
    info.duration = durationInHeader(source).value_or(0.0);
    if (source.video) {
        info.hasVideo = true;
        info.videoStart = beginsAt(source, *source.video);
        info.videoCodec = avcodec_get_name(source.video->codecpar->codec_id);
        const AVRational average = source.video->avg_frame_rate;
        const AVRational rate = average.num > 0 ? average : source.video->r_frame_rate;
        info.frameRate = rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 0.0;
        info.variableFrameRate = variesInRate(*source.video);
        setDisplaySize(info, source);
    }
    if (source.audio) {
        info.hasAudio = true;
        info.audioStart = beginsAt(source, *source.audio);
        info.audioCodec = avcodec_get_name(source.audio->codecpar->codec_id);
        info.sampleRate = source.audio->codecpar->sample_rate;
        info.channels = source.audio->codecpar->ch_layout.nb_channels;
    }
    addFindings(info, source);
    return info;
}

MediaInfo probeMedia(const MediaFile& file)
{
    MediaSource source = openMedia(file);
    MediaInfo info = describe(source);
    const double promised = hasOthers(source) ? 0.0 : info.duration;
    info.duration = measuredDuration(std::move(source));
    addMissingEnd(info, promised);
    return info;
}

}
