#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace engine::test {

enum class Noise { White, Babble, Hum, Clicks };

/// Speech of 16 kHz with noise over it.
/// @param ratio   dB between the level of the speech where somebody speaks and that of the noise
/// @param others  what is babbled: recordings of other speakers
std::vector<float> withNoise(std::span<const float> speech, Noise noise, double ratio, std::uint32_t seed,
                             std::span<const std::vector<float>> others = {});

}
