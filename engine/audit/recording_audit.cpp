#include "engine/audit/recording_audit.h"

#include "engine/faces/speaking.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kLeastSound = 10.0; // seconds of speech that such a measurement needs

SoundEnergy energyOf(const PeakPyramid& peaks)
{
    SoundEnergy energy;
    const double count = std::floor(std::max(0.0, peaks.duration()) / energy.step);
    for (const Peak& peak : peaks.columns(0.0, energy.step, static_cast<std::size_t>(count)))
        energy.rms.push_back(peak.rms);
    return energy;
}

/// The level of the sound in dB, 100 a second.
std::vector<float> levelsOf(const PeakPyramid& peaks)
{
    constexpr double step = 0.01;
    constexpr float silence = 1e-5F;
    std::vector<float> levels;
    const auto count = static_cast<std::size_t>(std::max(0.0, peaks.duration()) / step);
    for (const Peak& peak : peaks.columns(0.0, step, count))
        levels.push_back(20.0F * std::log10(std::max(silence, peak.rms)));
    return levels;
}

}

std::vector<AuditFinding> auditRecording(AuditInput input, const PeakPyramid* peaks)
{
    SoundEnergy energy;
    input.sound = nullptr;
    if (peaks) {
        energy = energyOf(*peaks);
        input.sound = &energy;
    }
    return audit(input);
}

std::optional<AuditFinding> soundOffsetFinding(const FaceTracks& faces, const PeakPyramid& peaks)
{
    const std::optional<SoundOffset> measured = soundOffset(faces, levelsOf(peaks));
    if (peaks.duration() < kLeastSound && (!measured || measured->isDoubtful()))
        return std::nullopt;
    AuditFinding finding{AuditKind::SoundOffset, "face", {}, 0.0, 0.0, true};
    if (measured) {
        finding.shift = measured->seconds;
        finding.error = measured->expectedError;
        finding.isDoubtful = measured->isDoubtful();
    }
    return finding;
}

}
