#pragma once

#include "engine/core/installation.h"
#include "engine/faces/face_geometry.h"
#include "engine/features/face/expression_net.h"
#include "engine/media/video_frame.h"
#include "engine/parts/voice/arousal_model.h"

#include <array>
#include <memory>
#include <optional>
#include <span>

namespace engine {

/// What the parts that learnt from people say of frames and sound; a part that is not installed says nothing.
/// Can be used by several threads.
class MediaParts {
public:
    /// @throws FormatError (`part_damaged`).
    explicit MediaParts(const Installation& installation);

    /// 1 where there is a face, SeenExpression::chances, valence; else zeros.
    static constexpr std::size_t kLookNumbers = 2 + SeenExpression::kNames.size();
    using Look = std::array<float, kLookNumbers>;
    /// @param face  edges of its box in the frame, as SegmentSenses::faceIn() gives them
    Look lookAt(const VideoFrame& frame, const FaceBox& face) const;

    /// Arousal, seconds with a voice, 1 where the voice is compared with how it usually sounds.
    static constexpr std::size_t kVoiceNumbers = 3;
    /// @param sound  mono, 16 000 samples per second. @throws Cancelled.
    std::array<float, kVoiceNumbers> heardIn(std::span<const float> sound,
                                             const std::optional<UsualVoice>& usual,
                                             const RunContext& run = {}) const;

    bool hearsVoices() const { return m_arousal.has_value(); }
    std::optional<UsualVoice> usualVoice(std::span<const VoiceStretch> ofOneVoice) const;

    /// Seconds of a recording by which it is known how its voice usually sounds.
    static constexpr double kKnownBy = 60.0;

private:
    std::optional<ExpressionNet> m_expression;
    std::optional<ArousalModel> m_arousal;
};

/// Stretches of two seconds, one after the other. @param sound  mono, 16 000 samples per second
std::vector<VoiceStretch> stretchesOf(std::span<const float> sound, const RunContext& run = {});

}
