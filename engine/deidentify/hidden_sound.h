#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"

#include <span>
#include <vector>

namespace engine {

enum class VoiceCover {
    Keep, ///< as it is
    Change, ///< formants moved by a coefficient that is drawn for each recording
    ChangeCommon, ///< by one for all recordings: emotion stays better, people who know a voice find it
    Mute
};

/// A beep of 1 kHz at −20 dBFS instead of the sound of a span, with ramps of 10 ms.
/// @param samples  at 16 kHz
void beep(std::span<float> samples, Interval span);

/// Nothing instead of the sound of a span. @param samples  at 16 kHz
void silence(std::span<float> samples, Interval span);

/// The coefficients of changedVoice(): from 0.75 to 0.88 or 1.14 to 1.3, each as likely.
/// @param attempt  another draw for the same recording
double drawnCoefficient(std::uint64_t seed, std::size_t recording, std::size_t attempt = 0);

/// The sound with its voice hidden and spans beeped.
/// @param samples      N at 16 kHz  @param coefficient  of changedVoice(); for Change and ChangeCommon
std::vector<float> hiddenSound(std::vector<float> samples, VoiceCover cover, double coefficient,
                               const std::vector<Interval>& beeps, const RunContext& run);

}
