#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/features/sound/sound_block.h"

#include <vector>

namespace engine::sound {

/// The mel cepstrum of order 24 (all-pass constant 0.42 at 16 kHz), found as that model whose spectrum is
/// nearest to the frame's in the unbiased sense (Fukada, Tokuda, Kobayashi and Imai, An adaptive algorithm
/// for mel-cepstral analysis of speech, ICASSP 1992), by Newton's method. Samples count as 16-bit values,
/// under a Blackman window of 400 samples and energy 1.
class MelCepstrum {
public:
    static constexpr std::size_t kOrder = 24;
    static constexpr double kWarp = 0.42;

    MelCepstrum();

    /// @return rows × 25
    FeatureMatrix of(const SoundBlock& block) const;

private:
    /// The coefficients of the log spectrum itself. @param powers  257 bins. @param coefficients  25
    void begin(std::span<const float> powers, std::span<float> coefficients) const;
    /// Goes on from there to the model's.
    void fit(std::span<const float> powers, std::span<float> coefficients) const;

    FeatureMatrix m_cosines; ///< 257 × 25: cos(m ω̃), ω̃ being the warped frequency of a bin
    FeatureMatrix m_means; ///< 49 × 257: the same, with the weight of each bin in a mean over ω
    FeatureMatrix m_series; ///< 25 × 257: the same, with the weight of each bin in a cosine series over ω̃
    std::vector<float> m_impulse; ///< the mean of cos(m ω̃)
};

/// The angle to which the all-pass filter turns an angular frequency (both in 0…π).
double warped(double angle, double warp);

}
