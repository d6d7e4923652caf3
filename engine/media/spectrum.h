#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace engine {

/// How strong each frequency is in a short piece of sound: FFmpeg's Fourier transform under a Hann window.
/// Not thread-safe.
class SpectrumAnalyser {
public:
    /// @param windowSamples  length of the pieces, at least 2. The transform is twice as long or longer, so
    /// that a tone between two bins loses less than 0.4 dB.
    explicit SpectrumAnalyser(std::size_t windowSamples);
    ~SpectrumAnalyser();
    SpectrumAnalyser(SpectrumAnalyser&&) noexcept;
    SpectrumAnalyser& operator=(SpectrumAnalyser&&) noexcept;

    std::size_t windowSamples() const;
    std::size_t transformSamples() const; ///< bin k is k · sample rate / transformSamples()
    std::size_t bins() const; ///< from 0 Hz to half the sample rate, both included

    /// The power of each bin, 1 being that of a sine at full scale. @param window  windowSamples() samples.
    /// @return valid until the next call
    std::span<const float> powers(std::span<const float> window);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A power in dB: 1 is 0 dB, and 0 is −200 dB.
float decibels(float power);

}
