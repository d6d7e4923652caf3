#include "engine/media/spectrum.h"

#include "engine/media/fourier.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <vector>

namespace engine {

namespace {

/// Hann, of sum 2: a sine at full scale has magnitude 1 then.
std::vector<float> hannWindow(std::size_t samples)
{
    std::vector<float> window(samples);
    double sum = 0.0;
    for (std::size_t i = 0; i < samples; ++i) {
        const double turn = 2 * std::numbers::pi * (static_cast<double>(i) + 0.5);
        window[i] = static_cast<float>(0.5 - 0.5 * std::cos(turn / static_cast<double>(samples)));
        sum += static_cast<double>(window[i]);
    }
    for (float& value : window)
        value *= static_cast<float>(2.0 / sum);
    return window;
}

}

class SpectrumAnalyser::Impl {
public:
    explicit Impl(std::size_t windowSamples)
        : m_window(hannWindow(std::max<std::size_t>(2, windowSamples)))
        , m_input(m_window.size())
        , m_fourier(std::bit_ceil(2 * m_window.size()))
        , m_powers(m_fourier.bins())
    {
    }

    std::size_t windowSamples() const { return m_window.size(); }
    std::size_t transformSamples() const { return m_fourier.samples(); }
    std::size_t bins() const { return m_powers.size(); }

    std::span<const float> powers(std::span<const float> window)
    {
        std::transform(m_window.begin(), m_window.end(), window.begin(), m_input.begin(),
                       std::multiplies<>());
        const auto spectrum = m_fourier.forward(m_input);
        std::transform(spectrum.begin(), spectrum.end(), m_powers.begin(), [](std::complex<float> value) {
            return value.real() * value.real() + value.imag() * value.imag();
        });
        return m_powers;
    }

private:
    std::vector<float> m_window;
    std::vector<float> m_input;
    RealFourier m_fourier;
    std::vector<float> m_powers;
};

SpectrumAnalyser::SpectrumAnalyser(std::size_t windowSamples) : m_impl(std::make_unique<Impl>(windowSamples))
{
}

SpectrumAnalyser::~SpectrumAnalyser() = default;
SpectrumAnalyser::SpectrumAnalyser(SpectrumAnalyser&&) noexcept = default;
SpectrumAnalyser& SpectrumAnalyser::operator=(SpectrumAnalyser&&) noexcept = default;

std::size_t SpectrumAnalyser::windowSamples() const
{
    return m_impl->windowSamples();
}
std::size_t SpectrumAnalyser::transformSamples() const
{
    return m_impl->transformSamples();
}
std::size_t SpectrumAnalyser::bins() const
{
    return m_impl->bins();
}
std::span<const float> SpectrumAnalyser::powers(std::span<const float> window)
{
    return m_impl->powers(window);
}

float decibels(float power)
{
    return 10.0F * std::log10(std::max(power, 1e-20F));
}

}
