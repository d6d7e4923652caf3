#include "engine/decoding/audio_decoder.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace engine {

namespace {

/// Times in containers are rounded (Matroska to 1 ms); only more than this is a gap.
constexpr double kRounding = 0.02;

AVChannelLayout layoutOf(const AVFrame& frame)
{
    AVChannelLayout layout{};
    if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&layout, frame.ch_layout.nb_channels);
    else
        av_channel_layout_copy(&layout, &frame.ch_layout);
    return layout;
}

}

AudioDecoder::AudioDecoder(MediaSource source, int sampleRate, int channels)
    : m_source(onlyStream(std::move(source), &MediaSource::audio, "no_audio", "has no sound."))
    , m_decoder(openDecoder(m_source, *m_source.audio, 1))
    , m_packet(libav::own(av_packet_alloc()))
    , m_frame(libav::own(av_frame_alloc()))
{
    const AVCodecParameters& stored = *m_source.audio->codecpar;
    m_sampleRate = sampleRate > 0 ? sampleRate : stored.sample_rate;
    const int own = stored.ch_layout.nb_channels;
    if (channels == kEveryChannel && own > kMostChannels)
        throw IoError("too_many_channels", m_source.path.string(),
                      "has " + std::to_string(own) + " channels; at most " + std::to_string(kMostChannels)
                          + " are taken apart");
    m_channels
        = channels == kEveryChannel ? std::max(own, 1) : std::clamp(channels > 0 ? channels : own, 1, 2);
    const double duration = describe(m_source).duration;
    m_latest = duration > 0.0 ? duration + 10.0 : 48 * 3600.0;
}

std::optional<AudioDecoder::Block> AudioDecoder::next()
{
    for (;;) {
        if (!m_held) {
            const int code = avcodec_receive_frame(m_decoder.get(), m_frame.get());
            if (code == AVERROR_EOF) {
                if (!m_converter)
                    return std::nullopt;
                const Block rest = convert(nullptr);
                m_converter.reset();
                if (!rest.samples.empty())
                    return rest;
                return std::nullopt;
            }
            if (code < 0) { // wants more, or met damage that ends with this packet
                m_metDamage = m_metDamage || code != AVERROR(EAGAIN);
                feed();
                continue;
            }
        }
        if (m_converter && !continues(*m_frame)) {
            m_held = true;
            const Block rest = convert(nullptr);
            m_converter.reset();
            if (!rest.samples.empty())
                return rest;
        }
        m_held = false;
        if (!m_converter)
            begin(*m_frame);
        m_expected += static_cast<double>(m_frame->nb_samples) / m_frameRate;
        if (!m_grid)
            m_grid = m_expected;
        Block block = convert(m_frame.get());
        if (block.samples.empty())
            continue;
        block.isAfterDamage = std::exchange(m_metDamage, false);
        return block;
    }
}

double AudioDecoder::duration() const
{
    return describe(m_source).duration;
}

void AudioDecoder::feed()
{
    for (int errors = 0; errors < libav::kMostErrors && !m_fed;) {
        const int code = av_read_frame(m_source.format.get(), m_packet.get());
        if (code == AVERROR_EOF)
            break;
        if (code < 0) {
            ++errors;
            m_metDamage = true;
            continue;
        }
        const bool ours = m_packet->stream_index == m_source.audio->index;
        if (ours)
            m_metDamage |= avcodec_send_packet(m_decoder.get(), m_packet.get()) < 0;
        av_packet_unref(m_packet.get());
        if (ours)
            return;
    }
    m_fed = true;
    avcodec_send_packet(m_decoder.get(), nullptr);
}

bool AudioDecoder::continues(const AVFrame& frame) const
{
    return frame.format == m_frameFormat && frame.sample_rate == m_frameRate
        && frame.ch_layout.nb_channels == m_frameChannels
        && std::abs(timeOf(frame) - m_expected) <= kRounding;
}

/// Where the frame begins on the timeline; where it was expected when it does not tell or cannot be right.
double AudioDecoder::timeOf(const AVFrame& frame) const
{
    if (frame.best_effort_timestamp == AV_NOPTS_VALUE)
        return m_expected;
    const double time = static_cast<double>(frame.best_effort_timestamp) * av_q2d(m_source.audio->time_base)
        - m_source.zero;
    return std::abs(time) <= m_latest ? time : m_expected;
}

/// Takes back the rounding of a container's times (Matroska: 1 ms), where frames are equally long.
double AudioDecoder::onGrid(double time, const AVFrame& frame) const
{
    const double tick = av_q2d(m_source.audio->time_base);
    if (!m_grid || tick * frame.sample_rate < 2.0 || m_decoder->codec_id == AV_CODEC_ID_VORBIS)
        return time;
    const double length = static_cast<double>(frame.nb_samples) / frame.sample_rate;
    const double nearest = *m_grid + std::round((time - *m_grid) / length) * length;
    return std::abs(nearest - time) <= tick ? nearest : time;
}

void AudioDecoder::begin(const AVFrame& frame)
{
    AVChannelLayout in = layoutOf(frame);
    AVChannelLayout out{};
    if (m_channels > 2 && in.nb_channels == m_channels) // nothing is mixed
        av_channel_layout_copy(&out, &in);
    else
        av_channel_layout_default(&out, m_channels);
    SwrContext* made = nullptr;
    int code = swr_alloc_set_opts2(&made, &out, AV_SAMPLE_FMT_FLT, m_sampleRate, &in,
                                   static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
    m_converter.reset(made);
    if (code >= 0) {
        av_opt_set_double(made, "rematrix_maxval", 1.0, 0); // mixing down must not clip
        code = swr_init(made);
    }
    av_channel_layout_uninit(&in);
    av_channel_layout_uninit(&out);
    if (code < 0)
        throw IoError("io", m_source.path.string(),
                      "has sound that cannot be converted (" + libav::errorText(code) + ").");
    m_frameFormat = frame.format;
    m_frameRate = frame.sample_rate;
    m_frameChannels = frame.ch_layout.nb_channels;
    m_expected = onGrid(timeOf(frame), frame);
    m_nextSample = std::llround(m_expected * m_sampleRate);
}

/// Converts a frame; null empties the converter.
AudioDecoder::Block AudioDecoder::convert(const AVFrame* frame)
{
    const int most = swr_get_out_samples(m_converter.get(), frame ? frame->nb_samples : 0);
    m_samples.resize(static_cast<std::size_t>(std::max(most, 0)) * static_cast<std::size_t>(m_channels));
    auto* out = reinterpret_cast<std::uint8_t*>(m_samples.data());
    const auto** in = frame ? const_cast<const std::uint8_t**>(frame->extended_data) : nullptr;
    const int count
        = std::max(0, swr_convert(m_converter.get(), &out, most, in, frame ? frame->nb_samples : 0));
    const Block block{m_nextSample,
                      std::span<const float>(m_samples).first(static_cast<std::size_t>(count * m_channels))};
    m_nextSample += count;
    return block;
}

void AudioDecoder::seek(double seconds)
{
    const AVStream& stream = *m_source.audio;
    const auto target
        = static_cast<std::int64_t>(std::floor((m_source.zero + seconds) / av_q2d(stream.time_base)));
    if (av_seek_frame(m_source.format.get(), stream.index, target, AVSEEK_FLAG_BACKWARD) < 0)
        return seekToStart();
    restart();
}

void AudioDecoder::seekToStart()
{
    AVFormatContext* format = m_source.format.get();
    const AVStream& stream = *m_source.audio;
    // Priming samples lie before the start; without them the first samples would be decoded wrongly.
    const std::int64_t start
        = stream.start_time == AV_NOPTS_VALUE ? 0 : std::min<std::int64_t>(0, stream.start_time);
    const std::int64_t priming = av_rescale_q(1, AVRational{1, 1}, stream.time_base);
    const bool byTime = !seeksByByte(*format)
        && (av_seek_frame(format, stream.index, start - priming, AVSEEK_FLAG_BACKWARD) >= 0
            || av_seek_frame(format, stream.index, start, AVSEEK_FLAG_BACKWARD) >= 0);
    if (!byTime && av_seek_frame(format, stream.index, 0, AVSEEK_FLAG_BYTE) < 0)
        av_seek_frame(format, -1, 0, AVSEEK_FLAG_ANY);
    restart();
}

void AudioDecoder::restart()
{
    avcodec_flush_buffers(m_decoder.get());
    m_converter.reset();
    m_held = false;
    m_metDamage = false;
    m_fed = false;
    m_expected = 0.0;
}

std::unique_ptr<SoundStream> openSound(const MediaFile& file, int sampleRate, int channels)
{
    return std::make_unique<AudioDecoder>(openMedia(file), sampleRate, channels);
}

}
