#pragma once

#include <complex>
#include <cstddef>
#include <memory>
#include <span>

namespace engine {

/// FFmpeg's Fourier transform of real signals, in float. Not thread-safe.
class RealFourier {
public:
    /// @param samples  a power of two, at least 4.
    explicit RealFourier(std::size_t samples);
    ~RealFourier();
    RealFourier(RealFourier&&) noexcept;
    RealFourier& operator=(RealFourier&&) noexcept;

    std::size_t samples() const;
    std::size_t bins() const; ///< samples() / 2 + 1: bin k is k · sample rate / samples()

    /// The spectrum, Σ x(n) exp(−2πi kn / samples()). @param signal  at most samples() values; zeros follow.
    /// @return bins() values, valid until the next call
    std::span<const std::complex<float>> forward(std::span<const float> signal);

    /// The signal of this spectrum, so that inverse(forward(x)) is x. @param spectrum  bins() values.
    /// @return samples() values, valid until the next call
    std::span<const float> inverse(std::span<const std::complex<float>> spectrum);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
