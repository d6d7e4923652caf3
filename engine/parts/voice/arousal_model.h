#pragma once

#include "engine/core/installation.h"
#include "engine/parts/voice/voice_stretch.h"

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// How a voice usually sounds: of each number that ArousalModel weighs, the mean over stretches of the same
/// voice, and the deviation.
struct UsualVoice {
    std::vector<double> means;
    std::vector<double> deviations;
};

/// How roused a voice sounds, from −1 (calm) to 1, by logistic regression over functionals of eGeMAPS (Eyben
/// et al., IEEE TAFFC 2016) that do not change with the microphone's gain; `scripts/make-arousal` makes it of
/// acted speech, and its card is beside it. Can be used by several threads.
class ArousalModel {
public:
    /// @throws IoError (`file_not_found`, `io`), FormatError (`part_damaged`), which names the field.
    static ArousalModel read(const std::filesystem::path& path);
    /// That of the part `arousal`. @throws as openPart().
    static ArousalModel installed(const Installation& installation);

    /// Seconds with a voice, less than which a stretch has no arousal.
    static constexpr double kLeastVoice = 0.2;
    /// Seconds with a voice, from which on it is known how that voice usually sounds.
    static constexpr double kKnownVoice = 20.0;

    /// Nothing where the voice is not known from less than kKnownVoice.
    std::optional<UsualVoice> usualVoice(std::span<const VoiceStretch> ofOneVoice) const;

    /// @param usual  of the same voice; absent: of all those whom the model learnt from
    /// @return nothing of a stretch with less than kLeastVoice
    std::optional<double> arousalOf(const VoiceStretch& stretch,
                                    const std::optional<UsualVoice>& usual = std::nullopt) const;

private:
    /// Weighs numbers that were scaled to a mean of 0 and a deviation of 1.
    struct Weighed {
        std::vector<double> weights; ///< of each number
        double bias = 0.0; ///< 0 of a known voice: its usual sound is neither calm nor roused
    };

    std::vector<double> numbersOf(const VoiceStretch& stretch) const;
    static double answer(const Weighed& weighed, const UsualVoice& scale, std::span<const double> numbers);

    std::vector<std::size_t> m_places; ///< of the numbers among the functionals
    UsualVoice m_everyone;
    Weighed m_ofEveryone;
    Weighed m_ofKnown;
};

}
