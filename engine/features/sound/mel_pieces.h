#pragma once

#include "engine/core/matrix_view.h"
#include "engine/core/run_context.h"

#include <functional>
#include <span>

namespace engine {

inline constexpr std::size_t kMelPieceBands = 128;
inline constexpr std::size_t kMelPieceFrames = 32;

/// A mel spectrogram: power under a periodic Hann window of n = 2 ⌊rate / 80⌋ samples (25 ms), every n / 2,
/// centred on sample 0, n / 2, n, …, the sound being mirrored at its ends; 128 triangular bands of the HTK
/// mel scale, 0 to 8000 Hz, of height 1 (some low ones lie between two bins and are 0). Sound of less than n
/// / 2 + 1 samples is filled up with 0.
///
/// @param sampleRate  per second; the sound is not resampled. @return 1 + samples / (n / 2) frames × 128
FeatureMatrix melSpectrogram(std::span<const float> sound, double sampleRate = 16000.0,
                             const RunContext& run = {});

/// The same of any number of bands and any hop; the window stays 25 ms.
/// @param hop  samples, at least 1. @return 1 + samples / hop frames × bands
FeatureMatrix melSpectrogram(std::span<const float> sound, double sampleRate, std::size_t bands,
                             std::size_t hop, const RunContext& run = {});

/// Whether values are powers, or ln(power + 1e-6).
enum class MelScale { Power, Log };

/// The same in pieces of 32 frames (0.4 s at 16 kHz), one a row, the last filled up with silence: value band
/// × 32 + frame, so that a row is a picture of 128 × 32. @return pieces × 4096
FeatureMatrix melPieces(MatrixView spectrogram, MelScale scale);

}
