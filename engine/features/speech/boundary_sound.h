#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// What the ends of words look like in a sound of 16 kHz: every 2.5 ms the energies of 24 mel bands (100 to
/// 7500 Hz, Hann window of 16 ms, pre-emphasis 0.97), their sum, and how fast the spectrum changes.
class BoundarySound {
public:
    static constexpr int kBands = 24;
    static constexpr double kFramesPerSecond = 400.0;

    /// @param sound  mono, −1…1, not empty.
    explicit BoundarySound(std::span<const float> sound);

    int frames() const { return static_cast<int>(m_energy.size()); }
    double duration() const { return m_duration; } ///< seconds
    /// Energies of a frame in units of 20 dB, 0 being the loudness of speech here (95th percentile). Frames
    /// outside are as the first and the last.
    std::span<const float, kBands> bands(int frame) const;
    /// The quiet parts (10th percentile of energy), in units of 20 dB below the loudness of speech.
    float noiseFloor() const { return m_noiseFloor; }

    /// Where the spectrum changes fastest within 25 ms of `time`, near moments preferred; seconds.
    double fastestChange(double time) const;
    /// Where speech that is sure at `inside` begins: seconds. Searched from 60 ms before `time`.
    double onset(double time, double inside) const;
    /// Where speech that is sure at `inside` ends: seconds. Searched to 60 ms behind `time`.
    double offset(double time, double inside) const;

private:
    void measureBands(std::span<const float> sound);
    void measureChange();
    float energyPercentile(int first, int end, double part) const;
    double edge(double time, double inside, bool isOnset) const;

    double m_duration;
    std::vector<float> m_bands; ///< frames × kBands, dB; normalised when the change has been measured
    std::vector<float> m_energy; ///< dB
    std::vector<float> m_change;
    float m_noiseFloor = 0.0F;
};

}
