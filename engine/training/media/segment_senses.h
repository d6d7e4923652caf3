#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/faces/face_geometry.h"
#include "engine/features/face/face_detector.h"
#include "engine/media/video_frame.h"
#include "engine/model_files/media_options.h"
#include "engine/training/media/media_parts.h"
#include "engine/training/media/segment_media.h"

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace engine {

inline constexpr int kSegmentSoundRate = 16000; ///< samples per second that networks hear
inline constexpr std::size_t kPieceSamples = 6400; ///< from one piece of a spectrogram to the next
inline constexpr int kLargestSegmentFrame = 640; ///< pixels of the longer side in which faces are looked for

/// When the frames of a span are taken: from its start on, every so often, below its end; at least one, then
/// in its middle.
std::vector<double> frameTimes(Interval span, double every);

/// The middles of `count` equal parts of a span.
std::vector<double> evenTimes(Interval span, std::size_t count);

/// The span to the millisecond, as captions count: the same span is to look and sound the same.
Interval inMilliseconds(Interval span);

/// Makes of frames and sound what a network sees and hears, wherever they come from: a file, a camera. Not
/// thread-safe.
///
/// A face is looked for in the frame at half its size, then as it is; where there is none, the box of the
/// last second of the same segment holds, then the square in the middle.
class SegmentSenses {
public:
    /// @param parts  what is asked about frames and sound, where the options want that; null: nothing is
    explicit SegmentSenses(const MediaOptions& options, std::shared_ptr<const MediaParts> parts = {})
        : m_options(options)
        , m_parts(std::move(parts))
    {
    }

    /// When the frames of a span are taken.
    std::vector<double> timesIn(Interval span) const;

    /// The strongest face in a frame: edges of its box, not middles of pixels. Nothing where the square in
    /// the middle or the whole frame is wanted instead of a face.
    std::optional<FaceBox> faceIn(const VideoFrame& frame);

    /// A new segment: no box holds any longer.
    void begin() { m_last.reset(); }
    /// Adds the next frame of the segment. @param face  as faceIn() gives it
    /// @return the box that was cut out; absent: the square in the middle, for want of a face
    std::optional<FaceBox> see(const VideoFrame& frame, const std::optional<FaceBox>& face,
                               SegmentMedia& result);
    /// How the voice usually sounds that is heard from now on.
    void setUsualVoice(std::optional<UsualVoice> usual) { m_usual = std::move(usual); }
    /// Adds the segment's sound, mono at kSegmentSoundRate. @throws Cancelled.
    void hear(std::span<const float> sound, SegmentMedia& result, const RunContext& run = {}) const;
    /// Adds one piece of it, the same as hear() of the whole: for models of pieces alone.
    /// @param sound  the segment's, as far as it is known, at least to the end of this piece
    /// @param piece  counted from 0; not the last one if that is cut short
    void hearPiece(std::span<const float> sound, std::size_t piece, SegmentMedia& result) const;

private:
    /// What was seen in a frame is not looked at again: segments of a live session overlap.
    struct SeenLook {
        double time = 0.0; ///< of the frame
        FaceBox face;
        MediaParts::Look look;
    };
    MediaParts::Look lookAt(const VideoFrame& frame, const FaceBox& face);

    MediaOptions m_options;
    std::shared_ptr<const MediaParts> m_parts;
    std::deque<SeenLook> m_looks; ///< the last ones
    std::optional<UsualVoice> m_usual;
    FaceDetector m_detector;
    std::optional<FaceBox> m_last;
    double m_lastTime = 0.0;
};

}
