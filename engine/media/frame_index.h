#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// When each frame of a video is shown, in presentation order.
class FrameIndex {
public:
    struct Entry {
        std::int64_t pts = 0; ///< presentation time on the stream's clock
        std::int64_t position = -1; ///< byte in the file, a little before the packet; -1 unknown
        bool key = false; ///< decoding can begin here
        /// The frame's decoding time, where the file stores no other time; the decoder then names the frame
        /// by it.
        std::int64_t storedTime = kStoresPts;
        static constexpr std::int64_t kStoresPts = std::numeric_limits<std::int64_t>::min();

        std::int64_t calledBy() const { return storedTime == kStoresPts ? pts : storedTime; }
    };

    FrameIndex() = default;
    /// @param entries       sorted by pts, each pts once.
    /// @param tick          seconds per unit of pts.
    /// @param zero          pts of the timeline's zero (not always a whole tick).
    /// @param lastDuration  seconds that the last frame is shown.
    FrameIndex(std::vector<Entry> entries, double tick, double zero, double lastDuration, bool complete);

    /// False while only the first part of the file has been read. Frames that are in the index keep their
    /// numbers when more are added.
    bool complete() const { return m_complete; }
    std::size_t size() const { return m_entries.size(); }
    bool empty() const { return m_entries.empty(); }
    const Entry& entry(std::size_t k) const { return m_entries[k]; }
    std::span<const Entry> entries() const { return m_entries; }
    // What the constructor was given.
    double tick() const { return m_tick; }
    double zero() const { return m_zero; }
    double lastDuration() const { return m_lastDuration; }

    /// When frame `k` begins to be shown, in seconds from zero. `k` must be below size().
    double time(std::size_t k) const { return toSeconds(m_entries[k].pts); }
    double toSeconds(std::int64_t pts) const { return (static_cast<double>(pts) - m_zero) * m_tick; }
    /// How long frame `k` is shown, in seconds.
    double frameDuration(std::size_t k) const;
    /// The end of the last frame; 0 when there is none.
    double end() const;

    /// The frame that is shown at `seconds`: the last one that has begun. Clamped to the first and last
    /// frame; 0 when empty.
    std::size_t at(double seconds) const;
    /// The last key frame at or before frame `k`; 0 when there is none.
    std::size_t keyBefore(std::size_t k) const;
    /// The frame that the decoder names by exactly this time.
    std::optional<std::size_t> find(std::int64_t time) const;

private:
    std::vector<Entry> m_entries;
    /// Numbers of frames; empty when the decoder names all by their pts.
    std::vector<std::size_t> m_byStoredTime;
    double m_tick = 1.0;
    double m_zero = 0.0;
    double m_lastDuration = 0.0;
    bool m_complete = false;
};

}
