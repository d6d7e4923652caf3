#pragma once

#include "engine/faces/face_geometry.h"
#include "engine/model_files/media_options.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace engine {

/// What was cut out of a frame: edges as parts of its width and height.
struct CutOut {
    double time = 0.0; ///< of the frame, in seconds
    FaceBox part;
};

/// What is seen and heard in a span of a recording.
struct SegmentMedia {
    std::size_t frames = 0; ///< F
    std::vector<float> faces; ///< F × 3 × side × side, as faceCrop() makes them
    std::vector<CutOut> cuts{}; ///< F, as it was read; none out of a MediaStore
    std::size_t found = 0; ///< frames on which a face was found, or lately
    std::size_t count = 0; ///< P
    std::vector<float> pieces; ///< P × 128 × 32, as melPieces() makes them
    /// With MediaOptions::patches, in the place of pieces: kSegmentSoundRate per second.
    std::vector<float> samples{};
    // With MediaOptions::areParts, in the place of all these:
    std::vector<float> looks{}; ///< F × MediaParts::kLookNumbers
    std::vector<float> voice{}; ///< MediaParts::kVoiceNumbers; none where there is no sound
};

/// Gives what is seen and heard in segments, by their ids.
class SegmentMediaSource {
public:
    virtual ~SegmentMediaSource() = default;

    /// Of one segment; nothing for one that is not there. @throws IoError (`io`).
    virtual SegmentMedia read(const std::string& id) const = 0;
    virtual const MediaOptions& options() const = 0;

    int side() const { return options().side; } ///< of a face, in pixels
};

/// A single segment, in memory, whatever its id.
class HeldMedia final : public SegmentMediaSource {
public:
    HeldMedia(SegmentMedia media, MediaOptions options)
        : m_media(std::move(media))
        , m_options(std::move(options))
    {
    }

    SegmentMedia read(const std::string& /*id*/) const override { return m_media; }
    const MediaOptions& options() const override { return m_options; }

private:
    SegmentMedia m_media;
    MediaOptions m_options;
};

}
