#include "engine/media/spectrum.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <new>
#include <numbers>
#include <vector>

extern "C" {
#include <libavutil/tx.h>
}

namespace engine {

namespace {

struct Uninit {
    void operator()(AVTXContext* context) const { av_tx_uninit(&context); }
};

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
        , m_input(std::bit_ceil(2 * m_window.size()))
        , m_output(m_input.size() / 2 + 1)
        , m_powers(m_output.size())
    {
        AVTXContext* context = nullptr;
        const float scale = 1.0F;
        if (av_tx_init(&context, &m_transform, AV_TX_FLOAT_RDFT, 0, static_cast<int>(m_input.size()), &scale,
                       AV_TX_UNALIGNED)
            < 0)
            throw std::bad_alloc(); // it knows every power of two
        m_context.reset(context);
    }

    std::size_t windowSamples() const { return m_window.size(); }
    std::size_t transformSamples() const { return m_input.size(); }
    std::size_t bins() const { return m_powers.size(); }

    std::span<const float> powers(std::span<const float> window)
    {
        std::transform(m_window.begin(), m_window.end(), window.begin(), m_input.begin(),
                       std::multiplies<>());
        std::fill(m_input.begin() + static_cast<std::ptrdiff_t>(m_window.size()), m_input.end(), 0.0F);
        m_transform(m_context.get(), m_output.data(), m_input.data(), sizeof(float));
        std::transform(m_output.begin(), m_output.end(), m_powers.begin(),
                       [](const AVComplexFloat& value) { return value.re * value.re + value.im * value.im; });
        return m_powers;
    }

private:
    std::vector<float> m_window;
    std::vector<float> m_input;
    std::vector<AVComplexFloat> m_output;
    std::vector<float> m_powers;
    av_tx_fn m_transform = nullptr;
    std::unique_ptr<AVTXContext, Uninit> m_context;
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
