#pragma once

#include "engine/features/sound/sound_block.h"

#include <span>
#include <vector>

namespace engine::sound {

/// Σ x(i) x(i + lag) for lags 0 to `order`.
std::vector<double> autocorrelation(std::span<const float> signal, std::size_t order);
std::vector<double> autocorrelation(std::span<const double> values, std::size_t order);

/// The inverse filter 1, a1, …, ap that leaves least of a signal with this autocorrelation (Levinson and
/// Durbin); 1 and zeros for silence.
std::vector<float> predictor(std::span<const double> autocorrelation);
std::vector<double> exactPredictor(std::span<const double> autocorrelation);

/// y(n) = Σ filter(k) x(n − k), x being 0 before its beginning. @param result  as many as `signal`
void applyFilter(std::span<const float> filter, std::span<const float> signal, std::span<float> result);

/// What linear prediction of order 18 leaves of the sound: frames of 25 ms under a Hann window, every 5 ms,
/// each with the energy that its sound had, added where they overlap; the largest magnitude is 1.
std::vector<float> predictionResidual(const SoundBlock& block);

}
