#include "engine/media/media_source.h"

extern "C" {
#include <libavutil/dict.h>
#include <libavutil/log.h>
}

#include "engine/core/error.h"

#include <algorithm>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>

namespace engine {

namespace {

/// Damaged files make FFmpeg write thousands of lines to the terminal; what matters reaches the user as
/// errors.
void silenceLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_level(AV_LOG_QUIET); });
}

bool looksLikeMp4(const std::filesystem::path& path)
{
    std::string head(8, '\0');
    std::ifstream(path, std::ios::binary).read(head.data(), 8);
    return head.substr(4) == "ftyp";
}

[[noreturn]] void throwCannotOpen(const std::filesystem::path& path, int code)
{
    if (code == AVERROR(ENOMEM))
        throw std::bad_alloc();
    if (code == AVERROR(EACCES) || code == AVERROR(EIO) || code == AVERROR(EISDIR))
        throw IoError("io", path.string(), "cannot be read (" + libav::errorText(code) + ").");
    if (looksLikeMp4(path))
        throw IoError("not_media", path.string(),
                      "has no table of contents (moov); it was cut off while it was recorded or copied.");
    throw IoError("not_media", path.string(),
                  "is not a video or sound file, or it is damaged at its beginning.");
}

void checkFile(const std::filesystem::path& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        throw IoError("file_not_found", path.string(), "does not exist.");
    if (std::filesystem::is_directory(status))
        throw IoError("not_media", path.string(), "is a folder, not a video or sound file.");
    if (std::filesystem::is_regular_file(status) && std::filesystem::file_size(path, error) == 0 && !error)
        throw IoError("not_media", path.string(), "is empty.");
}

AVStream* bestStream(AVFormatContext& format, AVMediaType type)
{
    const int number = av_find_best_stream(&format, type, -1, -1, nullptr, 0);
    AVStream* stream = number < 0 ? nullptr : format.streams[number];
    const bool picture = stream && (stream->disposition & AV_DISPOSITION_ATTACHED_PIC);
    return picture ? nullptr : stream;
}

/// How many packets are looked at for the first picture when an edit list hides some.
constexpr int kFirstPackets = 64;

bool beginsHidden(AVStream& stream)
{
    const AVIndexEntry* first = avformat_index_get_entry(&stream, 0);
    return first && (first->flags & AVINDEX_DISCARD_FRAME);
}

/// The first pts that is shown. Behind an edit list the first packet in the file need not be the first one
/// shown.
std::int64_t firstShown(AVFormatContext& format, AVStream& video)
{
    std::int64_t first = video.start_time;
    if (!beginsHidden(video))
        return first;
    const auto packet = libav::own(av_packet_alloc());
    int left = kFirstPackets;
    first = AV_NOPTS_VALUE;
    while (left > 0 && av_read_frame(&format, packet.get()) >= 0) {
        const bool shown = packet->stream_index == video.index && !(packet->flags & AV_PKT_FLAG_DISCARD)
            && packet->pts != AV_NOPTS_VALUE;
        if (shown) {
            first = first == AV_NOPTS_VALUE ? packet->pts : std::min(first, packet->pts);
            --left;
        }
        av_packet_unref(packet.get());
    }
    av_seek_frame(&format, video.index, 0, AVSEEK_FLAG_BACKWARD);
    return first == AV_NOPTS_VALUE ? video.start_time : first;
}

double findZero(const MediaSource& source)
{
    AVStream* stream = source.video ? source.video : source.audio;
    const std::int64_t first = source.video ? firstShown(*source.format, *source.video) : stream->start_time;
    if (first != AV_NOPTS_VALUE)
        return static_cast<double>(first) * av_q2d(stream->time_base);
    if (source.format->start_time != AV_NOPTS_VALUE)
        return static_cast<double>(source.format->start_time) / AV_TIME_BASE;
    return 0.0;
}

}

void MediaSource::readOnly(const AVStream* stream)
{
    for (unsigned i = 0; i < format->nb_streams; ++i)
        format->streams[i]->discard = format->streams[i] == stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
}

MediaSource openMedia(const std::filesystem::path& path)
{
    silenceLibrary();
    checkFile(path);
    // "file:" keeps a name with a colon from being taken for a protocol; play lists may only name files, too.
    const std::string url = "file:" + path.string();
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    AVFormatContext* opened = nullptr;
    int code = avformat_open_input(&opened, url.c_str(), nullptr, &options);
    av_dict_free(&options);
    if (code < 0)
        throwCannotOpen(path, code);

    MediaSource source{path, libav::Owner<AVFormatContext>(opened), nullptr, nullptr, 0.0};
    code = avformat_find_stream_info(opened, nullptr);
    if (code < 0)
        throwCannotOpen(path, code);
    source.video = bestStream(*opened, AVMEDIA_TYPE_VIDEO);
    source.audio = bestStream(*opened, AVMEDIA_TYPE_AUDIO);
    if (source.video && source.video->codecpar->width <= 0)
        source.video = nullptr;
    if (source.audio && source.audio->codecpar->sample_rate <= 0)
        source.audio = nullptr;
    if (!source.video && !source.audio)
        throw IoError("not_media", path.string(), "holds neither pictures nor sound.");
    source.zero = findZero(source);
    return source;
}

bool seeksByByte(const AVFormatContext& format)
{
    const std::string_view name = format.iformat->name;
    return name == "mpegts" || name == "mpeg";
}

libav::Owner<AVCodecContext> openDecoder(const MediaSource& source, const AVStream& stream, int threads)
{
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    if (!codec)
        throw IoError("io", source.path.string(),
                      std::string("cannot be decoded: this FFmpeg has no decoder for ")
                          + avcodec_get_name(stream.codecpar->codec_id) + ".");
    auto decoder = libav::own(avcodec_alloc_context3(codec));
    int code = avcodec_parameters_to_context(decoder.get(), stream.codecpar);
    decoder->thread_count = threads;
    decoder->thread_type = FF_THREAD_FRAME;
    decoder->pkt_timebase = stream.time_base;
    if (code >= 0)
        code = avcodec_open2(decoder.get(), codec, nullptr);
    if (code < 0)
        throw IoError("io", source.path.string(), "cannot be decoded (" + libav::errorText(code) + ").");
    return decoder;
}

}
