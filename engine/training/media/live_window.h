#pragma once

#include "engine/training/media/segment_senses.h"

#include <deque>
#include <memory>

namespace engine {

/// The last seconds of what a camera or a playing file shows and sounds like, and what a network sees and
/// hears of any span in them: the same as SegmentReader of a file, when it was given that file's frames and
/// sound. Each picture is looked at once. Not thread-safe.
class LiveWindow {
public:
    /// @param seconds  that are kept; asked-for spans are no longer
    LiveWindow(const MediaOptions& options, double seconds);

    /// Times rise from picture to picture. Leave out what frameTimes() never asks for: all are kept.
    void addPicture(std::shared_ptr<const VideoFrame> picture);
    /// Mono at kSegmentSoundRate. What lies between two pieces is silence.
    /// @param start  seconds, on the pictures' clock
    void addSound(double start, std::span<const float> samples);

    struct Spent { ///< milliseconds
        double faces = 0.0;
        double features = 0.0;
    };
    /// @throws Cancelled.
    SegmentMedia read(Interval span, Spent& spent, const RunContext& run = {});

    /// How much of a span that is still going on has been handed out.
    struct Progress {
        Interval span;
        std::size_t frames = 0;
        std::size_t pieces = 0;
    };
    /// What of a span to come is as it will be in read(), everything but what `done` has already, which
    /// then has it. Of models of pieces. @param most  pieces
    SegmentMedia readAhead(Progress& done, std::size_t most, Spent& spent);

    /// The last picture; null before the first.
    std::shared_ptr<const VideoFrame> newest() const;
    /// When the newest picture of the last span that was read was taken; its end where there was none.
    double newestInSpan() const { return m_newestInSpan; }

private:
    struct Held {
        std::shared_ptr<const VideoFrame> picture;
        bool isLookedAt = false;
        std::optional<FaceBox> face{};
    };

    Held* shownAt(double seconds);
    void see(double time, SegmentMedia& result, Spent& spent);
    std::vector<float> soundOf(Interval span) const;
    void forget();
    void knowVoice(std::span<const float> samples);

    MediaOptions m_options;
    double m_seconds;
    std::shared_ptr<const MediaParts> m_parts;
    SegmentSenses m_senses;
    std::vector<float> m_unheard; ///< sound that is in no stretch of m_heard yet
    std::vector<VoiceStretch> m_heard;
    std::deque<Held> m_pictures;
    std::vector<float> m_sound;
    std::int64_t m_firstSample = 0; ///< of m_sound, counted from 0 s
    bool m_hasSound = false;
    double m_newestInSpan = 0.0;
};

}
