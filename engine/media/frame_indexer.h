#pragma once

#include "engine/media/frame_index.h"
#include "engine/media/media_source.h"
#include "engine/media/presentation_order.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <stop_token>
#include <vector>

namespace engine {

/// Private to engine/media: the index that the container itself holds, where its times are certain without
/// reading the packets (MP4 with evenly spaced frames or without reordering, whole, without hidden frames).
std::optional<FrameIndex> containerIndex(const MediaSource& source);

/// Private to engine/media: makes the index by reading every packet once, in slices.
class FrameIndexer {
public:
    using Clock = std::chrono::steady_clock;

    /// Opens the file a second time, so that the decoder's place stays where it is.
    explicit FrameIndexer(const MediaFile& file);

    /// Reads on until the deadline, a stop or the end. @return true when the index is complete.
    bool run(Clock::time_point deadline, const std::stop_token& stop);
    /// What is known now.
    FrameIndex index() const;

private:
    void add(const AVPacket& packet);
    void finish();

    MediaSource m_source;
    libav::Owner<AVPacket> m_packet;
    std::vector<FrameIndex::Entry> m_settled; ///< nothing will come before their last
    std::vector<FrameIndex::Entry> m_recent; ///< sorted; later packets may still belong between them
    std::optional<PresentationOrder> m_order; ///< where the file stores decoding times only
    bool m_begun = false;
    std::deque<std::int64_t> m_blocks; ///< where the last ones lie that frames begin in
    std::int64_t m_usualDuration = 0; ///< ticks
    std::int64_t m_lastDuration = 0;
    std::int64_t m_untimed = 0; ///< pts for the next packet without any
    bool m_complete = false;
};

}
