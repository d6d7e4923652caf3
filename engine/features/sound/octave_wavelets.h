#pragma once

#include "engine/core/matrix_view.h"
#include "engine/features/sound/voice_pulses.h"

#include <span>
#include <vector>

namespace engine::sound {

/// The sound in seven octaves: −cos(πn / s) exp(−n² / 2s²) of scale s = 2^i samples, i = 0 (8 kHz) to 6 (125
/// Hz).
class OctaveWavelets {
public:
    static constexpr std::size_t kOctaves = 7;

    /// @return 7 × samples
    static FeatureMatrix of(std::span<const float> signal);
};

/// The slope of log10 of the largest magnitudes within 40 ms over the octaves, from low to high: the tilt of
/// the spectrum (Kane and Gobl, Identifying regions of non-modal phonation using features of the wavelet
/// transform, Interspeech 2011). @param octaves  of the sound. @return one value a row
std::vector<float> peakSlopes(MatrixView octaves, std::size_t rows);

/// How far the octaves' maxima lie from each closure on average, in periods (Kane and Gobl, Wavelet maxima
/// dispersion for breathy to tense voice discrimination, IEEE TASLP 2013). @param octaves  of the residual.
/// @return one value a pulse
std::vector<float> maximaDispersions(MatrixView octaves, std::span<const VoicePulse> pulses);

}
