#include "engine/media/clip_encoder.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/log.h>
#include <libavutil/opt.h>
}

#include "engine/core/error.h"
#include "engine/core/pending_file.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr int kHd = 720; // rows from which on pictures are BT.709
constexpr std::int64_t kSoundBits = 96000; // per second and channel
constexpr int kUsualRate = 48000;
// of AAC (ISO/IEC 14496-3); FFmpeg says them in one way until 7.0 and in another from 7.1
constexpr std::array kAacRates{96000, 88200, 64000, 48000, 44100, 32000, 24000,
                               22050, 16000, 12000, 11025, 8000,  7350};

const AVCodec* videoEncoder()
{
    const AVCodec* x264 = avcodec_find_encoder_by_name("libx264");
    const AVCodec* open = x264 ? x264 : avcodec_find_encoder_by_name("libopenh264");
    return open ? open : avcodec_find_encoder(AV_CODEC_ID_H264); // of the machine's own hardware, for example
}

}

int ClipEncoder::knownRate(int wanted)
{
    return std::ranges::find(kAacRates, wanted) == kAacRates.end() ? kUsualRate : wanted;
}

void ClipEncoder::Output::operator()(AVFormatContext* format) const
{
    if (format->pb)
        avio_closep(&format->pb);
    avformat_free_context(format);
}

ClipEncoder::ClipEncoder(const std::filesystem::path& path, int width, int height, Sound sound, Effort effort)
    : m_path(targetName(path))
    , m_packet(libav::own(av_packet_alloc()))
{
    av_log_set_level(AV_LOG_QUIET); // what the encoder counts is nobody's; errors are thrown
    AVFormatContext* format = nullptr;
    check(avformat_alloc_output_context2(&format, nullptr, "mp4", path.c_str()), "cannot be written as mp4");
    m_format.reset(format);
    openVideo(width, height, effort);
    if (sound.sampleRate > 0)
        openAudio(sound);
    check(avio_open(&m_format->pb, path.c_str(), AVIO_FLAG_WRITE), "cannot be written");
    check(avformat_write_header(m_format.get(), nullptr), "cannot be written");
}

ClipEncoder::~ClipEncoder() = default;

std::string ClipEncoder::name() const
{
    return m_video->codec->name;
}

void ClipEncoder::check(int code, const char* what) const
{
    if (code < 0)
        throw IoError("io", m_path.string(), std::string(what) + ": " + libav::errorText(code));
}

AVStream* ClipEncoder::addStream(const AVCodecContext& encoder)
{
    AVStream* stream = avformat_new_stream(m_format.get(), nullptr);
    if (!stream)
        throw std::bad_alloc();
    stream->time_base = encoder.time_base;
    check(avcodec_parameters_from_context(stream->codecpar, &encoder), "cannot be written");
    return stream;
}

void ClipEncoder::openVideo(int width, int height, Effort effort)
{
    const AVCodec* codec = videoEncoder();
    if (!codec)
        throw IoError(
            "no_encoder", m_path.string(),
            "needs an encoder for H.264, which the FFmpeg libraries of this machine lack (libx264). "
            "Sound and tables can be exported without it.");
    m_video = libav::own(avcodec_alloc_context3(codec));
    m_video->width = std::max(2, width & ~1);
    m_video->height = std::max(2, height & ~1);
    m_video->pix_fmt = AV_PIX_FMT_YUV420P;
    m_video->time_base = {1, kTicks};
    m_video->colorspace = height >= kHd ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    m_video->color_range = AVCOL_RANGE_MPEG;
    av_opt_set(m_video->priv_data, "crf", "17", 0); // what only libx264 knows is left out by others
    av_opt_set(m_video->priv_data, "preset", effort == Effort::Quick ? "veryfast" : "fast", 0);
    if (m_format->oformat->flags & AVFMT_GLOBALHEADER)
        m_video->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    check(avcodec_open2(m_video.get(), codec, nullptr), "has pictures that H.264 cannot hold");
    m_videoStream = addStream(*m_video);

    m_scaler = libav::own(sws_getContext(width, height, AV_PIX_FMT_BGR0, m_video->width, m_video->height,
                                         AV_PIX_FMT_YUV420P, SWS_BILINEAR, nullptr, nullptr, nullptr));
    const int* coefficients = sws_getCoefficients(height >= kHd ? SWS_CS_ITU709 : SWS_CS_ITU601);
    sws_setColorspaceDetails(m_scaler.get(), coefficients, 1, coefficients, 0, 0, 1 << 16, 1 << 16);
}

void ClipEncoder::openAudio(Sound sound)
{
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    if (!codec)
        throw IoError("no_encoder", m_path.string(),
                      "needs an encoder for AAC, which the FFmpeg libraries of this machine lack.");
    m_audio = libav::own(avcodec_alloc_context3(codec));
    m_audio->sample_fmt = AV_SAMPLE_FMT_FLTP;
    m_audio->sample_rate = sound.sampleRate;
    av_channel_layout_default(&m_audio->ch_layout, sound.channels);
    m_audio->bit_rate = kSoundBits * sound.channels;
    m_audio->time_base = {1, sound.sampleRate};
    if (m_format->oformat->flags & AVFMT_GLOBALHEADER)
        m_audio->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    check(avcodec_open2(m_audio.get(), codec, nullptr), "has sound that AAC cannot hold");
    m_audioStream = addStream(*m_audio);
}

void ClipEncoder::addPicture(const VideoFrame& picture, std::int64_t pts, std::int64_t duration)
{
    const auto frame = libav::own(av_frame_alloc());
    frame->format = m_video->pix_fmt;
    frame->width = m_video->width;
    frame->height = m_video->height;
    check(av_frame_get_buffer(frame.get(), 0), "cannot be written");
    const std::array<const std::uint8_t*, 4> planes{picture.bgra.data()};
    const std::array<int, 4> strides{picture.width * 4};
    sws_scale(m_scaler.get(), planes.data(), strides.data(), 0, picture.height, frame->data, frame->linesize);
    frame->pts = pts;
    m_durations[pts] = duration;
    send(*m_video, *m_videoStream, frame.get());
}

void ClipEncoder::addSound(std::span<const float> interleaved)
{
    m_pending.insert(m_pending.end(), interleaved.begin(), interleaved.end());
    const auto frame = static_cast<std::size_t>(m_audio->frame_size);
    while (m_pending.size() >= frame * static_cast<std::size_t>(m_audio->ch_layout.nb_channels))
        encodeSound(frame);
}

void ClipEncoder::encodeSound(std::size_t frames)
{
    const auto channels = static_cast<std::size_t>(m_audio->ch_layout.nb_channels);
    const auto frame = libav::own(av_frame_alloc());
    frame->format = m_audio->sample_fmt;
    frame->nb_samples = static_cast<int>(frames);
    frame->sample_rate = m_audio->sample_rate;
    check(av_channel_layout_copy(&frame->ch_layout, &m_audio->ch_layout), "cannot be written");
    check(av_frame_get_buffer(frame.get(), 0), "cannot be written");
    for (std::size_t channel = 0; channel < channels; ++channel) {
        auto* plane = reinterpret_cast<float*>(frame->data[channel]);
        for (std::size_t i = 0; i < frames; ++i)
            plane[i] = m_pending[i * channels + channel];
    }
    m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(frames * channels));
    frame->pts = m_samples;
    m_samples += frame->nb_samples;
    send(*m_audio, *m_audioStream, frame.get());
}

/// @param frame  null: the encoder gives out what it still holds.
void ClipEncoder::send(AVCodecContext& encoder, AVStream& stream, const AVFrame* frame)
{
    check(avcodec_send_frame(&encoder, frame), "cannot be encoded");
    for (;;) {
        const int got = avcodec_receive_packet(&encoder, m_packet.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF)
            return;
        check(got, "cannot be encoded");
        if (const auto duration = m_durations.find(m_packet->pts);
            &encoder == m_video.get() && duration != m_durations.end()) {
            m_packet->duration = duration->second;
            m_durations.erase(duration);
        }
        av_packet_rescale_ts(m_packet.get(), encoder.time_base, stream.time_base);
        m_packet->stream_index = stream.index;
        check(av_interleaved_write_frame(m_format.get(), m_packet.get()), "cannot be written");
    }
}

void ClipEncoder::finish()
{
    send(*m_video, *m_videoStream, nullptr);
    if (m_audio) {
        if (!m_pending.empty())
            encodeSound(m_pending.size() / static_cast<std::size_t>(m_audio->ch_layout.nb_channels));
        send(*m_audio, *m_audioStream, nullptr);
    }
    check(av_write_trailer(m_format.get()), "cannot be written");
    check(avio_closep(&m_format->pb), "cannot be written"); // a full disk may show only here
}

}
