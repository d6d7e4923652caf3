#pragma once

#include <span>
#include <vector>

namespace engine::sound {

/// The flow of air through the glottis, and its derivative.
struct GlottalFlow {
    std::vector<float> flow;
    std::vector<float> derivative;
};

/// Iterative adaptive inverse filtering (Alku, Glottal wave analysis with pitch synchronous iterative
/// adaptive inverse filtering, Speech Communication 1992): order 18 for the tract, 4 for the source.
/// @param sound  some four periods at 16 kHz, upright, without what is slower than 40 Hz. @return as many
/// values
GlottalFlow glottalFlow(std::span<const float> sound);

}
