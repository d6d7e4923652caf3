#include "engine/media/fourier.h"

#include <algorithm>
#include <new>
#include <vector>

extern "C" {
#include <libavutil/tx.h>
}

namespace engine {

namespace {

/// One direction of FFmpeg's transform.
class Transform {
public:
    Transform(std::size_t samples, bool inverse, float scale)
    {
        if (av_tx_init(&m_context, &m_function, AV_TX_FLOAT_RDFT, inverse ? 1 : 0, static_cast<int>(samples),
                       &scale, AV_TX_UNALIGNED)
            < 0)
            throw std::bad_alloc(); // it knows every power of two
    }
    ~Transform() { av_tx_uninit(&m_context); }
    Transform(const Transform&) = delete;
    Transform& operator=(const Transform&) = delete;

    void run(void* output, void* input, std::size_t stride)
    {
        m_function(m_context, output, input, static_cast<std::ptrdiff_t>(stride));
    }

private:
    AVTXContext* m_context = nullptr;
    av_tx_fn m_function = nullptr;
};

}

class RealFourier::Impl {
public:
    explicit Impl(std::size_t samples)
        : m_signal(samples)
        , m_spectrum(samples / 2 + 1)
        , m_forward(samples, false, 1.0F)
        , m_inverse(samples, true, 1.0F / static_cast<float>(samples))
    {
    }

    std::size_t samples() const { return m_signal.size(); }

    std::span<const std::complex<float>> forward(std::span<const float> signal)
    {
        const auto rest = std::copy(signal.begin(), signal.end(), m_signal.begin());
        std::fill(rest, m_signal.end(), 0.0F);
        m_forward.run(m_spectrum.data(), m_signal.data(), sizeof(float));
        return m_spectrum;
    }

    std::span<const float> inverse(std::span<const std::complex<float>> spectrum)
    {
        std::copy(spectrum.begin(), spectrum.end(), m_spectrum.begin()); // FFmpeg writes over it
        m_inverse.run(m_signal.data(), m_spectrum.data(), sizeof(std::complex<float>));
        return m_signal;
    }

private:
    std::vector<float> m_signal;
    std::vector<std::complex<float>> m_spectrum;
    Transform m_forward;
    Transform m_inverse;
};

RealFourier::RealFourier(std::size_t samples) : m_impl(std::make_unique<Impl>(samples)) { }
RealFourier::~RealFourier() = default;
RealFourier::RealFourier(RealFourier&&) noexcept = default;
RealFourier& RealFourier::operator=(RealFourier&&) noexcept = default;

std::size_t RealFourier::samples() const
{
    return m_impl->samples();
}
std::size_t RealFourier::bins() const
{
    return m_impl->samples() / 2 + 1;
}
std::span<const std::complex<float>> RealFourier::forward(std::span<const float> signal)
{
    return m_impl->forward(signal);
}
std::span<const float> RealFourier::inverse(std::span<const std::complex<float>> spectrum)
{
    return m_impl->inverse(spectrum);
}

}
