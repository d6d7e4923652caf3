#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace engine::sound {

/// Triangular bands of the HTK mel scale, 2595 log10(1 + f / 700): each rises linearly in Hz from 0 to 1 and
/// falls back to 0; the middles are equally far apart in mel. A band that lies between two bins is empty.
class MelBands {
public:
    /// @param bins      of a spectrum from 0 Hz to half of `sampleRate`, both included.
    /// @param low,high  edges of the first and of the last band, in Hz.
    MelBands(std::size_t bands, double low, double high, std::size_t bins, double sampleRate);

    std::size_t count() const { return m_bands.size(); }
    double centre(std::size_t band) const { return m_bands[band].centre; } ///< in Hz

    /// The sums of the powers in each band. @param sums  count() values.
    void sums(std::span<const float> powers, std::span<float> sums) const;

private:
    struct Band {
        double centre = 0.0;
        std::size_t firstBin = 0;
        std::vector<float> weights;
    };
    std::vector<Band> m_bands;
};

}
