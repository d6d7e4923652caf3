#include "engine/decoding/video_decoder.h"

#include "engine/core/error.h"

#include <algorithm>

namespace engine {

namespace {

constexpr int kThreads = 2;
/// Packets before a key frame that was gone to; then it is taken not to be there.
constexpr int kMostLeftOut = 256;

}

VideoDecoder::VideoDecoder(MediaSource source)
    : m_source(onlyStream(std::move(source), &MediaSource::video, "no_video", "has sound but no pictures."))
    , m_decoder(openDecoder(m_source, *m_source.video, kThreads))
    , m_packet(libav::own(av_packet_alloc()))
    , m_frame(libav::own(av_frame_alloc()))
{
    m_step = usualFrame(*m_source.video);
}

void VideoDecoder::seek(const FrameIndex::Entry& key)
{
    if (m_untimed)
        return seekToStart();
    AVFormatContext* format = m_source.format.get();
    m_awaited.reset();
    if (seeksByByte(*format) && key.position >= 0) {
        av_seek_frame(format, m_source.video->index, key.position, AVSEEK_FLAG_BYTE);
        m_awaited = key.calledBy();
    } else if (av_seek_frame(format, m_source.video->index, key.calledBy(), AVSEEK_FLAG_BACKWARD) < 0)
        return seekToStart();
    avcodec_flush_buffers(m_decoder.get());
    m_draining = false;
    m_expected.reset();
}

void VideoDecoder::seekToStart()
{
    AVFormatContext* format = m_source.format.get();
    m_awaited.reset();
    const std::int64_t start = m_source.video->start_time == AV_NOPTS_VALUE ? 0 : m_source.video->start_time;
    const bool byTime = !seeksByByte(*format) && !m_untimed
        && av_seek_frame(format, m_source.video->index, start, AVSEEK_FLAG_BACKWARD) >= 0;
    if (!byTime && av_seek_frame(format, m_source.video->index, 0, AVSEEK_FLAG_BYTE) < 0)
        av_seek_frame(format, -1, 0, AVSEEK_FLAG_ANY);
    avcodec_flush_buffers(m_decoder.get());
    m_draining = false;
    m_expected = start;
}

std::optional<VideoDecoder::Frame> VideoDecoder::next(std::optional<std::int64_t> skipBefore)
{
    for (;;) {
        const int code = avcodec_receive_frame(m_decoder.get(), m_frame.get());
        if (code == 0) {
            const auto time = timeOf(*m_frame);
            if (!time)
                continue; // behind a seek, before anything tells where that went to
            return Frame{m_frame.get(), *time};
        }
        if (code == AVERROR_EOF)
            return std::nullopt;
        // A damaged frame is an error here; the next ones may be fine.
        if (!feed(skipBefore) && code != AVERROR(EAGAIN))
            return std::nullopt;
    }
}

/// Hands one packet (or the end) to the decoder. @return false when the end was told before.
bool VideoDecoder::feed(std::optional<std::int64_t> skipBefore)
{
    if (m_draining)
        return false;
    int leftOut = 0;
    for (int errors = 0; errors < libav::kMostErrors && leftOut < kMostLeftOut;) {
        const int code = av_read_frame(m_source.format.get(), m_packet.get());
        if (code == AVERROR_EOF)
            break;
        if (code < 0) {
            ++errors;
            continue;
        }
        const bool isVideo = m_packet->stream_index == m_source.video->index;
        const bool ours = isVideo && (!m_awaited || presentationOf(*m_packet) == *m_awaited);
        leftOut += isVideo && !ours ? 1 : 0;
        if (ours) {
            m_awaited.reset();
            m_packet->pts = presentationOf(*m_packet);
            const bool skipped = skipBefore && m_packet->pts != AV_NOPTS_VALUE && m_packet->pts < *skipBefore;
            m_decoder->skip_frame = skipped ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
            avcodec_send_packet(m_decoder.get(), m_packet.get());
        }
        av_packet_unref(m_packet.get());
        if (ours)
            return true;
    }
    m_draining = true;
    avcodec_send_packet(m_decoder.get(), nullptr);
    return true;
}

std::optional<std::int64_t> VideoDecoder::timeOf(const AVFrame& frame)
{
    std::int64_t time = frame.pts != AV_NOPTS_VALUE ? frame.pts : frame.best_effort_timestamp;
    if (time == AV_NOPTS_VALUE) {
        if (!m_expected)
            return std::nullopt;
        m_untimed = m_untimed || !m_timed;
        time = *m_expected;
    } else {
        m_timed = true;
    }
    m_expected = time + m_step;
    return time;
}

}
