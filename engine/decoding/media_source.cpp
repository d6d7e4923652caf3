#include "engine/decoding/media_source.h"

extern "C" {
#include <libavutil/dict.h>
#include <libavutil/log.h>
}

#include "engine/core/error.h"
#include "engine/core/tar_place.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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
    const auto bytes = storedBytesIfAny(path);
    std::ifstream file(bytes ? bytes->file : path, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(bytes ? bytes->begin : 0));
    file.read(head.data(), 8);
    return head.substr(4) == "ftyp";
}

/// FFmpeg's readers of one file alone. Left out are those that open others: lists of files and addresses
/// (`hls`, `concat`, `dash`, `imf`, `sdp`, …), series of pictures by a pattern in a name (`image2`), and
/// files whose other half lies beside them (`vobsub`, `mlv`); and what no recording has: games, drawings,
/// music of trackers, text.
constexpr const char* kFormatsOfOneFile = "mov,matroska,webm,avi,mpegts,mpeg,flv,asf,ogg,mxf,nut,rm,dv,wtv,"
                                          "gxf,lxf,nsv,dhav,ivf," // containers
                                          "h261,h263,h264,hevc,vvc,evc,av1,obu,m4v,mpegvideo,mjpeg,mpjpeg,"
                                          "vc1,vc1test,cavsvideo,dirac,dnxhd," // pictures
                                          "yuv4mpegpipe,gif,apng," // pictures as they are
                                          "wav,w64,aiff,au,caf,flac,mp3,aac,loas,amr,amrnb,amrwb,ac3,eac3,"
                                          "dts,dtshd,mlp,truehd,ape,tta,tak,wv,mpc,mpc8,"
                                          "shn,voc,gsm,g722,g723_1,g729,ilbc,sbc,aptx,aptx_hd,lc3,oma,qcp,"
                                          "dsf,iff,wsd,xwma,dss,ircam,pvf,avr,hcom,sox,"
                                          "nistsphere,alaw,mulaw,qoa,osq," // sound
                                          "png_pipe,jpeg_pipe,jpegls_pipe,j2k_pipe,bmp_pipe,tiff_pipe,"
                                          "webp_pipe,gif_pipe,pam_pipe,pbm_pipe,pgm_pipe,"
                                          "ppm_pipe"; // single pictures

/// The reader of a single picture, by the name of its file: some have no other mark, and FFmpeg gives names
/// of pictures to its reader of series.
/// @return nullptr: no picture
const AVInputFormat* formatOfPicture(const std::filesystem::path& path)
{
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    if (ending == ".jpg")
        ending = ".jpeg";
    if (ending == ".tif")
        ending = ".tiff";
    for (const std::string name : {"png", "jpeg", "bmp", "tiff", "webp", "ppm", "pgm", "pbm", "pam"}) {
        if (ending == '.' + name)
            return av_find_input_format((name + "_pipe").c_str());
    }
    return nullptr;
}

int openFormatAs(const AVInputFormat* known, const std::filesystem::path& path, AVFormatContext*& opened)
{
    // "file:" keeps a name with a colon from being taken for a protocol.
    const std::string url = "file:" + path.string();
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", kFormatsOfOneFile, 0);
    const int code = avformat_open_input(&opened, url.c_str(), known, &options);
    av_dict_free(&options);
    return code;
}

/// A file that is a part of an archive is read through an input of its own, which lives longer than the
/// format.
/// @return an error of FFmpeg, or 0
int openFormat(const std::filesystem::path& path, std::shared_ptr<PartInput>& part, AVFormatContext*& opened)
{
    if (placeInTar(path)) {
        part = std::make_shared<PartInput>(storedBytes(path));
        opened = libav::own(avformat_alloc_context()).release();
        opened->pb = part->context();
    }
    const int code = openFormatAs(nullptr, path, opened);
    const AVInputFormat* const picture = code == AVERROR(EINVAL) && !part ? formatOfPicture(path) : nullptr;
    return picture ? openFormatAs(picture, path, opened) : code;
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
    if (!std::filesystem::exists(status)) {
        if (!placeInTar(path))
            throw IoError("file_not_found", path.string(), "does not exist.");
        if (storedBytes(path).size == 0)
            throw IoError("not_media", path.string(), "is empty.");
        return;
    }
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

bool isMpeg(const AVStream& video)
{
    const AVCodecID codec = video.codecpar->codec_id;
    return codec == AV_CODEC_ID_MPEG1VIDEO || codec == AV_CODEC_ID_MPEG2VIDEO || codec == AV_CODEC_ID_MPEG4;
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

double secondsOf(std::int64_t time, const AVStream& stream)
{
    return static_cast<double>(time) * av_q2d(stream.time_base);
}

/// The first packets of these give less sound than they have time for, or none.
bool beginsSilently(const AVStream& audio)
{
    constexpr std::array codecs{AV_CODEC_ID_OPUS, AV_CODEC_ID_VORBIS, AV_CODEC_ID_WMAV1, AV_CODEC_ID_WMAV2,
                                AV_CODEC_ID_WMAPRO};
    return std::ranges::find(codecs, audio.codecpar->codec_id) != codecs.end();
}

/// When the first sample is heard, on the container's clock. Opens the file again, so that the place of the
/// source stays.
std::optional<double> firstHeard(const MediaSource& source)
{
    constexpr int most = 256; // packets
    std::shared_ptr<PartInput> part;
    AVFormatContext* opened = nullptr;
    const int code = openFormat(source.path, part, opened);
    const libav::Owner<AVFormatContext> format(opened);
    if (code < 0 || !avcodec_find_decoder(source.audio->codecpar->codec_id))
        return std::nullopt;
    const auto decoder = openDecoder(source, *source.audio, 1);
    const auto packet = libav::own(av_packet_alloc());
    const auto frame = libav::own(av_frame_alloc());
    for (int i = 0; i < most && av_read_frame(opened, packet.get()) >= 0; ++i) {
        const bool ours = packet->stream_index == source.audio->index;
        if (ours)
            avcodec_send_packet(decoder.get(), packet.get());
        av_packet_unref(packet.get());
        if (ours && avcodec_receive_frame(decoder.get(), frame.get()) == 0) {
            if (frame->pts == AV_NOPTS_VALUE)
                return std::nullopt;
            return secondsOf(frame->pts, *source.audio);
        }
    }
    return std::nullopt;
}

/// The earliest of all streams of pictures and sound.
double earliest(const MediaSource& source)
{
    std::optional<double> zero;
    for (unsigned i = 0; i < source.format->nb_streams; ++i) {
        AVStream* stream = source.format->streams[i];
        const AVMediaType type = stream->codecpar->codec_type;
        const bool isCover = stream->disposition & AV_DISPOSITION_ATTACHED_PIC;
        if (isCover || (type != AVMEDIA_TYPE_VIDEO && type != AVMEDIA_TYPE_AUDIO))
            continue;
        std::int64_t time = stream->start_time;
        if (stream == source.video)
            time = firstShown(*source.format, *stream);
        std::optional<double> begins;
        if (stream == source.audio && beginsSilently(*stream))
            begins = firstHeard(source);
        if (!begins && time != AV_NOPTS_VALUE)
            begins = secondsOf(time, *stream);
        if (begins)
            zero = std::min(zero.value_or(*begins), *begins);
    }
    return zero.value_or(0.0);
}

double findZero(const MediaSource& source)
{
    if (source.rule == TimeZero::EarliestStream)
        return earliest(source);
    AVStream* stream = source.video ? source.video : source.audio;
    const std::int64_t first = source.video ? firstShown(*source.format, *source.video) : stream->start_time;
    if (first != AV_NOPTS_VALUE)
        return secondsOf(first, *stream);
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

MediaSource onlyStream(MediaSource source, AVStream* MediaSource::*stream, const char* code, const char* lack)
{
    if (!(source.*stream))
        throw IoError(code, source.path.string(), lack);
    source.readOnly(source.*stream);
    return source;
}

MediaSource openMedia(const MediaFile& file)
{
    const std::filesystem::path& path = file.path;
    silenceLibrary();
    checkFile(path);
    std::shared_ptr<PartInput> part;
    AVFormatContext* opened = nullptr;
    int code = openFormat(path, part, opened);
    if (code < 0)
        throwCannotOpen(path, code);

    MediaSource source{path,    file.zero, std::move(part), libav::Owner<AVFormatContext>(opened), nullptr,
                       nullptr, 0.0};
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
    if (source.video && seeksByByte(*opened) && isMpeg(*source.video))
        opened->flags
            |= AVFMT_FLAG_GENPTS; // only the first frame that begins in a block of the stream has times
    source.zero = findZero(source);
    return source;
}

bool storesDecodingTimes(const MediaSource& source, const AVPacket& first)
{
    return !seeksByByte(*source.format) && first.pts == AV_NOPTS_VALUE && first.dts != AV_NOPTS_VALUE
        && source.video->codecpar->video_delay > 0;
}

std::int64_t presentationOf(const AVPacket& packet)
{
    return packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
}

std::int64_t usualFrame(const AVStream& video)
{
    AVRational rate = video.avg_frame_rate;
    if (rate.num <= 0)
        rate = video.r_frame_rate;
    if (rate.num <= 0 || rate.den <= 0)
        rate = {25, 1};
    return std::max<std::int64_t>(1, av_rescale_q(1, av_inv_q(rate), video.time_base));
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
