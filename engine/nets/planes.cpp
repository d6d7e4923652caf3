#include "engine/nets/planes.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <oneapi/dnnl/dnnl.h>
#include <utility>

namespace engine {

namespace {

/// One channel's values that meet one weight of a kernel, row after row of what is made.
/// @param dy, dx  of the weight, from the place that the kernel stands on. @return behind the last value
float* layOut(const float* channel, std::size_t height, std::size_t width, std::ptrdiff_t dy,
              std::ptrdiff_t dx, std::size_t stride, float* target)
{
    const auto length = static_cast<std::ptrdiff_t>(width);
    const auto step = static_cast<std::ptrdiff_t>(stride);
    const std::ptrdiff_t count = (length + step - 1) / step;
    // Of the places x · step + dx those from `first` on and before `last` lie inside of the row.
    const std::ptrdiff_t first = std::min(count, dx < 0 ? (-dx + step - 1) / step : 0);
    const std::ptrdiff_t last
        = std::clamp(dx < length ? (length - dx + step - 1) / step : std::ptrdiff_t{0}, first, count);
    for (std::size_t y = 0; y < height; y += stride, target += count) {
        const std::ptrdiff_t from = static_cast<std::ptrdiff_t>(y) + dy;
        if (from < 0 || from >= static_cast<std::ptrdiff_t>(height)) {
            std::fill_n(target, count, 0.0F);
            continue;
        }
        const float* row = channel + from * length + dx;
        std::fill(target, target + first, 0.0F);
        if (step == 1) {
            std::copy(row + first, row + last, target + first);
        } else if (step == 2) { // by a constant, so that several are taken at once
            for (std::ptrdiff_t x = first; x < last; ++x)
                target[x] = row[2 * x];
        } else {
            for (std::ptrdiff_t x = first; x < last; ++x)
                target[x] = row[x * step];
        }
        std::fill(target + last, target + count, 0.0F);
    }
    return target;
}

}

std::size_t zerosBefore(Padding padding, std::size_t length, std::size_t kernel, std::size_t stride)
{
    if (padding == Padding::Centred)
        return kernel / 2;
    const std::size_t made = (length + stride - 1) / stride;
    const std::size_t reached = (made - 1) * stride + kernel;
    return reached > length ? (reached - length) / 2 : 0;
}

Convolution::Convolution(Tensor weights, Tensor bias, std::size_t stride, Padding padding)
    : m_made(static_cast<std::size_t>(weights.shape.at(0)))
    , m_given(static_cast<std::size_t>(weights.shape.at(1)))
    , m_kernel(static_cast<std::size_t>(weights.shape.at(2)))
    , m_stride(stride)
    , m_padding(padding)
    , m_weights(std::move(weights.values))
    , m_bias(std::move(bias.values))
{
}

Planes Convolution::of(const Planes& given) const
{
    Planes made(m_made, (given.height + m_stride - 1) / m_stride, (given.width + m_stride - 1) / m_stride);
    const std::size_t depth = m_given * m_kernel * m_kernel;
    std::unique_ptr<float[]> laidOut;
    const float* neighbours = given.values.data();
    if (m_kernel != 1 || m_stride != 1) {
        laidOut = std::make_unique_for_overwrite<float[]>(depth * made.area());
        float* target = laidOut.get();
        const auto above
            = static_cast<std::ptrdiff_t>(zerosBefore(m_padding, given.height, m_kernel, m_stride));
        const auto left
            = static_cast<std::ptrdiff_t>(zerosBefore(m_padding, given.width, m_kernel, m_stride));
        const auto kernel = static_cast<std::ptrdiff_t>(m_kernel);
        for (std::size_t channel = 0; channel < m_given; ++channel) {
            const float* values = given.values.data() + channel * given.area();
            for (std::ptrdiff_t dy = -above; dy < kernel - above; ++dy) {
                for (std::ptrdiff_t dx = -left; dx < kernel - left; ++dx)
                    target = layOut(values, given.height, given.width, dy, dx, m_stride, target);
            }
        }
        neighbours = laidOut.get();
    }
    for (std::size_t channel = 0; channel < m_made; ++channel)
        std::fill_n(made.values.data() + channel * made.area(), made.area(), m_bias[channel]);
    const auto columns = static_cast<dnnl_dim_t>(made.area());
    dnnl_sgemm('N', 'N', static_cast<dnnl_dim_t>(m_made), columns, static_cast<dnnl_dim_t>(depth), 1.0F,
               m_weights.data(), static_cast<dnnl_dim_t>(depth), neighbours, columns, 1.0F,
               made.values.data(), columns);
    return made;
}

void rectify(Planes& planes)
{
    for (float& value : planes.values)
        value = std::max(0.0F, value);
}

void add(Planes& planes, const Planes& others)
{
    std::ranges::transform(planes.values, others.values, planes.values.begin(), std::plus<>());
}

Planes halved(const Planes& planes)
{
    Planes half(planes.channels, planes.height / 2, planes.width / 2);
    float* target = half.values.data();
    for (std::size_t channel = 0; channel < planes.channels; ++channel) {
        for (std::size_t y = 0; y < half.height; ++y) {
            const float* upper = planes.values.data() + channel * planes.area() + 2 * y * planes.width;
            const float* lower = upper + planes.width;
            for (std::size_t x = 0; x < half.width; ++x, upper += 2, lower += 2)
                *target++ = std::max(std::max(upper[0], upper[1]), std::max(lower[0], lower[1]));
        }
    }
    return half;
}

std::vector<float> means(const Planes& planes)
{
    std::vector<float> result;
    for (std::size_t channel = 0; channel < planes.channels; ++channel) {
        const float* values = planes.values.data() + channel * planes.area();
        result.push_back(std::accumulate(values, values + planes.area(), 0.0F)
                         / static_cast<float>(planes.area()));
    }
    return result;
}

}
