#include "engine/training/media/media_parts.h"

#include "engine/features/face/face_look.h"
#include "engine/features/sound/sound_features.h"
#include "engine/parts/installed_part.h"
#include "engine/parts/voice/arousal_rows.h"

#include <algorithm>

namespace engine {

namespace {

SoundRows voiceRows(std::span<const float> sound, const RunContext& run)
{
    return soundRows(sound, {.egemaps25 = true, .spectral = true}, {run.stop, {}});
}

}

MediaParts::MediaParts(const Installation& installation)
{
    if (hasPart(installation, kExpressionPart))
        m_expression
            = ExpressionNet::read(openPart(installation, kExpressionPart).file("expression.safetensors"));
    if (hasPart(installation, kArousalPart))
        m_arousal = ArousalModel::installed(installation);
}

MediaParts::Look MediaParts::lookAt(const VideoFrame& frame, const FaceBox& face) const
{
    Look look{};
    if (!m_expression)
        return look;
    constexpr float toMiddles = 0.5F; // of pixels, as the detector counts
    const FaceBox detected{face.x0 - toMiddles, face.y0 - toMiddles, face.x1 - toMiddles,
                           face.y1 - toMiddles};
    const SeenExpression seen = m_expression->of(expressionCrop(grayOf(frame), detected));
    look[0] = 1.0F;
    std::ranges::copy(seen.chances, look.begin() + 1);
    look.back() = seen.valence;
    return look;
}

std::array<float, MediaParts::kVoiceNumbers> MediaParts::heardIn(std::span<const float> sound,
                                                                 const std::optional<UsualVoice>& usual,
                                                                 const RunContext& run) const
{
    const SoundRows rows = voiceRows(sound, run);
    if (!m_arousal || rows.egemaps25.intervals.empty())
        return {};
    const VoiceStretch stretch = wholeStretch(rows.egemaps25, rows.spectral);
    const std::optional<double> arousal = m_arousal->arousalOf(stretch, usual);
    return {static_cast<float>(arousal.value_or(0.0)), arousal ? static_cast<float>(stretch.voiced) : 0.0F,
            usual && arousal ? 1.0F : 0.0F};
}

std::optional<UsualVoice> MediaParts::usualVoice(std::span<const VoiceStretch> ofOneVoice) const
{
    return m_arousal ? m_arousal->usualVoice(ofOneVoice) : std::nullopt;
}

std::vector<VoiceStretch> stretchesOf(std::span<const float> sound, const RunContext& run)
{
    const SoundRows rows = voiceRows(sound, run);
    return voiceOfRecording(rows.egemaps25, rows.spectral);
}

}
