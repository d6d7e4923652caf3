#include "engine/decoding/media_end.h"

extern "C" {
#include <libavutil/intreadwrite.h>
}

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace engine {

namespace {

constexpr int kMostEndErrors = 64; // in a row, after which a file is taken to have ended
constexpr std::int64_t kTailBytes = std::int64_t{4} << 20;
constexpr double kTailSeconds = 10.0;

std::string_view formatOf(const MediaSource& source)
{
    return source.format->iformat->name;
}

/// Samples at the end of a packet that are not heard.
double paddingOf(const AVPacket& packet, const AVStream& stream)
{
    std::size_t size = 0;
    const std::uint8_t* data = av_packet_get_side_data(&packet, AV_PKT_DATA_SKIP_SAMPLES, &size);
    if (!data || size < 10 || stream.codecpar->sample_rate <= 0)
        return 0.0;
    return static_cast<double>(AV_RL32(data + 4)) / stream.codecpar->sample_rate;
}

/// How long a packet without a length lasts, in ticks.
std::int64_t lengthOf(const AVPacket& packet, const AVStream& stream)
{
    if (packet.duration > 0)
        return packet.duration;
    return stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO ? usualFrame(stream) : 0;
}

/// The end of what the packets from here on show and sound, in seconds from zero; 0 when there are none.
double endOfPackets(MediaSource& source)
{
    const auto packet = libav::own(av_packet_alloc());
    std::map<int, std::int64_t> counted; // ticks of streams whose packets have no times
    double end = 0.0;
    for (int errors = 0; errors < kMostEndErrors;) {
        const int code = av_read_frame(source.format.get(), packet.get());
        if (code == AVERROR_EOF)
            break;
        if (code < 0) {
            ++errors;
            continue;
        }
        errors = 0;
        for (const AVStream* stream : {source.video, source.audio}) {
            if (!stream || packet->stream_index != stream->index || (packet->flags & AV_PKT_FLAG_DISCARD))
                continue;
            const std::int64_t length = lengthOf(*packet, *stream);
            const std::int64_t time = presentationOf(*packet);
            std::int64_t& count = counted[stream->index];
            const bool isTimed = time != AV_NOPTS_VALUE;
            const double begins = isTimed ? source.zero : 0.0;
            const std::int64_t ends = isTimed ? time + length : (count += length);
            end = std::max(end,
                           static_cast<double>(ends) * av_q2d(stream->time_base) - begins
                               - paddingOf(*packet, *stream));
        }
        av_packet_unref(packet.get());
    }
    return end;
}

/// Goes to where little is left to be read. @return false where that cannot be found
bool seekToTail(MediaSource& source, double header)
{
    AVFormatContext* format = source.format.get();
    if (seeksByByte(*format)) {
        const std::int64_t size = avio_size(format->pb);
        return size > kTailBytes && av_seek_frame(format, -1, size - kTailBytes, AVSEEK_FLAG_BYTE) >= 0;
    }
    const double target = source.zero + header - kTailSeconds;
    return header > 2 * kTailSeconds
        && av_seek_frame(format, -1, std::llround(target * AV_TIME_BASE), AVSEEK_FLAG_BACKWARD) >= 0;
}

/// Whether the header counts the samples; then nothing is to be looked at.
bool countsSamples(const MediaSource& source)
{
    constexpr std::string_view formats[] = {"wav", "w64", "flac", "aiff", "au", "ogg", "caf"};
    return !source.video && std::ranges::find(formats, formatOf(source)) != std::end(formats);
}

}

std::optional<double> durationInHeader(const MediaSource& source)
{
    const AVFormatContext& format = *source.format;
    if (formatOf(source).starts_with("mov,")) {
        double end = 0.0;
        for (AVStream* stream : {source.video, source.audio}) {
            if (!stream)
                continue;
            const bool isListed = stream->nb_frames > 0 && stream->duration > 0
                && avformat_index_get_entries_count(stream) >= stream->nb_frames;
            if (!isListed || stream->start_time == AV_NOPTS_VALUE)
                return std::nullopt; // in fragments
            const auto ticks = static_cast<double>(stream->start_time + stream->duration);
            end = std::max(end, ticks * av_q2d(stream->time_base) - source.zero);
        }
        return end;
    }
    const bool isKnown = format.duration != AV_NOPTS_VALUE && format.duration > 0
        && format.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE;
    if (!isKnown)
        return std::nullopt;
    const double start = format.start_time == AV_NOPTS_VALUE
        ? source.zero
        : static_cast<double>(format.start_time) / AV_TIME_BASE;
    return std::max(0.0, start + static_cast<double>(format.duration) / AV_TIME_BASE - source.zero);
}

double playedDuration(const MediaFile& file)
{
    MediaSource source = openMedia(file);
    return endOfPackets(source);
}

double measuredDuration(MediaSource source)
{
    const auto header = durationInHeader(source);
    const bool isListed = header && (formatOf(source).starts_with("mov,") || countsSamples(source));
    if (isListed)
        return *header;
    const MediaFile file(source.path, source.rule);
    const bool isTail = header && seekToTail(source, *header);
    double end = endOfPackets(source);
    if (isTail && end <= 0.0) { // nothing lies there: the header promises more than there is
        end = playedDuration(file);
    }
    return end > 0.0 ? end : header.value_or(0.0);
}

}
