#pragma once

#include "engine/media/frame_index.h"
#include "engine/decoding/media_source.h"
#include "engine/decoding/presentation_order.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <stop_token>
#include <vector>

namespace engine {

/// Private to engine/decoding: the index that the container itself holds. Absent when its times are not certain
/// without reading the packets; they are in an undamaged MP4 that has evenly spaced or unreordered frames,
/// none of them hidden.
std::optional<FrameIndex> containerIndex(const MediaSource& source);

/// Private to engine/decoding: makes the index by reading every packet once, in slices.
class FrameIndexer {
public:
    using Clock = std::chrono::steady_clock;

    /// Opens the file once more, so that the decoder keeps its place in the file.
    explicit FrameIndexer(const MediaFile& file);

    /// Continues reading until the deadline, a stop or the end. @return true when the index is complete.
    bool run(Clock::time_point deadline, const std::stop_token& stop);
    /// The index as far as it is known now.
    FrameIndex index() const;

private:
    void add(const AVPacket& packet);
    void finish();

    MediaSource m_source;
    libav::Owner<AVPacket> m_packet;
    std::vector<FrameIndex::Entry> m_settled; ///< no later packet belongs before the last of them
    std::vector<FrameIndex::Entry> m_recent; ///< sorted; later packets may still belong between them
    std::optional<PresentationOrder> m_order; ///< used when the file stores only decoding times
    bool m_begun = false;
    std::deque<std::int64_t> m_blocks; ///< places in the file of the last blocks in which frames begin
    std::int64_t m_usualDuration = 0; ///< ticks
    std::int64_t m_lastDuration = 0;
    std::int64_t m_untimed = 0; ///< pts for the next packet without any
    bool m_complete = false;
};

}
