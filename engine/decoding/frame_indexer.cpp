#include "engine/decoding/frame_indexer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace engine {

namespace {

/// Codecs reorder fewer frames than this.
constexpr std::size_t kMostReordered = 32;
/// Behind a seek into the blocks of a program stream, the rest of a frame takes the times of the first block,
/// so that the next frames have wrong ones: the seek goes some blocks further back.
constexpr std::size_t kSettlingBlocks = 4;
/// Errors in a row after which a file is taken to have ended.
constexpr int kMostIndexErrors = 64;

FrameIndex assemble(const MediaSource& source, std::vector<FrameIndex::Entry> entries,
                    std::int64_t lastDuration, bool complete)
{
    const double tick = av_q2d(source.video->time_base);
    return {std::move(entries), tick, source.zero / tick, static_cast<double>(lastDuration) * tick, complete};
}

}

std::optional<FrameIndex> containerIndex(const MediaSource& source)
{
    AVStream* stream = source.video;
    const int count = avformat_index_get_entries_count(stream);
    const bool mp4 = std::string_view(source.format->iformat->name).starts_with("mov,");
    if (!mp4 || count < 1 || stream->nb_frames <= 0 || count != stream->nb_frames)
        return std::nullopt;
    const auto bytes = storedBytesIfAny(source.path);
    const auto fileSize = static_cast<std::int64_t>(bytes ? bytes->size : 0);
    const bool reordered = stream->codecpar->video_delay > 0;
    // The container's index has decoding times. Shown times are the same set, later by a constant, when
    // nothing is reordered or all frames are equally long.
    std::vector<FrameIndex::Entry> entries;
    entries.reserve(static_cast<std::size_t>(count));
    std::int64_t step = 0;
    for (int i = 0; i < count; ++i) {
        const AVIndexEntry* entry = avformat_index_get_entry(stream, i);
        if ((entry->flags & AVINDEX_DISCARD_FRAME) || !bytes || entry->pos + entry->size > fileSize)
            return std::nullopt;
        if (i > 0) {
            const std::int64_t delta = entry->timestamp - entries.back().pts;
            if (delta <= 0 || (reordered && step != 0 && delta != step))
                return std::nullopt;
            step = delta;
        }
        entries.push_back({entry->timestamp, entry->pos, (entry->flags & AVINDEX_KEYFRAME) != 0});
    }
    if (stream->start_time == AV_NOPTS_VALUE)
        return std::nullopt;
    const std::int64_t shift = stream->start_time - entries.front().pts;
    for (FrameIndex::Entry& entry : entries)
        entry.pts += shift;
    return assemble(source, std::move(entries), step > 0 ? step : usualFrame(*stream), true);
}

FrameIndexer::FrameIndexer(const MediaFile& file)
    : m_source(openMedia(file))
    , m_packet(libav::own(av_packet_alloc()))
    , m_usualDuration(usualFrame(*m_source.video))
    , m_lastDuration(m_usualDuration)
{
    m_source.readOnly(m_source.video);
}

bool FrameIndexer::run(Clock::time_point deadline, const std::stop_token& stop)
{
    int errors = 0;
    for (int packets = 1; !m_complete && !stop.stop_requested(); ++packets) {
        const int code = av_read_frame(m_source.format.get(), m_packet.get());
        if (code == AVERROR_EOF || (code < 0 && ++errors > kMostIndexErrors)) {
            finish();
            break;
        }
        if (code >= 0) {
            errors = 0;
            add(*m_packet);
            av_packet_unref(m_packet.get());
        }
        if (packets % 16 == 0 && Clock::now() >= deadline)
            break;
    }
    return m_complete;
}

void FrameIndexer::add(const AVPacket& packet)
{
    if (packet.stream_index != m_source.video->index || (packet.flags & AV_PKT_FLAG_DISCARD))
        return;
    if (!std::exchange(m_begun, true) && storesDecodingTimes(m_source, packet))
        m_order.emplace(*m_source.video);
    std::int64_t pts = m_order ? packet.dts : presentationOf(packet);
    if (pts == AV_NOPTS_VALUE)
        pts = m_untimed;
    m_untimed = pts + m_usualDuration;
    m_lastDuration = packet.duration > 0 ? packet.duration : m_usualDuration;
    if (packet.pos >= 0) {
        m_blocks.push_back(packet.pos);
        if (m_blocks.size() > kSettlingBlocks)
            m_blocks.pop_front();
    }
    const std::int64_t position = m_blocks.empty() ? -1 : m_blocks.front();
    const FrameIndex::Entry entry{pts, position, (packet.flags & AV_PKT_FLAG_KEY) != 0};
    if (m_order) {
        m_order->add(packet, entry);
        std::ranges::copy(m_order->take(), std::back_inserter(m_settled));
        return;
    }
    m_recent.insert(std::ranges::upper_bound(m_recent, pts, {}, &FrameIndex::Entry::pts), entry);
    if (m_recent.size() > kMostReordered) {
        // In damaged files a time may run backwards; those packets find their place when all is read.
        m_settled.push_back(m_recent.front());
        m_recent.erase(m_recent.begin());
    }
}

void FrameIndexer::finish()
{
    if (m_order) {
        m_order->finish();
        std::ranges::copy(m_order->take(), std::back_inserter(m_settled));
    }
    m_settled.insert(m_settled.end(), m_recent.begin(), m_recent.end());
    m_recent.clear();
    std::ranges::stable_sort(m_settled, {}, &FrameIndex::Entry::pts);
    const auto twice = std::ranges::unique(m_settled, {}, &FrameIndex::Entry::pts);
    m_settled.erase(twice.begin(), twice.end());
    m_complete = true;
}

FrameIndex FrameIndexer::index() const
{
    std::vector<FrameIndex::Entry> entries = m_settled;
    if (!m_complete) {
        const auto backwards
            = std::ranges::adjacent_find(entries, std::ranges::greater_equal{}, &FrameIndex::Entry::pts);
        if (backwards != entries.end())
            entries.erase(backwards + 1, entries.end());
    }
    return assemble(m_source, std::move(entries), m_lastDuration, m_complete);
}

}
