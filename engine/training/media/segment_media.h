#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace engine {

/// What is seen and heard in a span of a recording.
struct SegmentMedia {
    std::size_t frames = 0; ///< F
    std::vector<float> faces; ///< F × 3 × side × side, as faceCrop() makes them
    std::size_t found = 0; ///< frames on which a face was found, or lately
    std::size_t count = 0; ///< P
    std::vector<float> pieces; ///< P × 128 × 32, as melPieces() makes them
};

/// Gives what is seen and heard in segments, by their ids.
class SegmentMediaSource {
public:
    virtual ~SegmentMediaSource() = default;

    /// Of one segment; nothing for one that is not there. @throws IoError (`io`).
    virtual SegmentMedia read(const std::string& id) const = 0;
    /// Pixels of a face's side.
    virtual int side() const = 0;
};

/// A single segment, in memory, whatever its id.
class HeldMedia final : public SegmentMediaSource {
public:
    HeldMedia(SegmentMedia media, int side) : m_media(std::move(media)), m_side(side) { }

    SegmentMedia read(const std::string& /*id*/) const override { return m_media; }
    int side() const override { return m_side; }

private:
    SegmentMedia m_media;
    int m_side;
};

}
