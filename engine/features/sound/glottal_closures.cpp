#include "engine/features/sound/glottal_closures.h"

#include "engine/features/sound/sound_math.h"
#include "engine/features/sound/zero_phase.h"
#include "engine/numbers/quantiles.h"

#include <cmath>
#include <numeric>

namespace engine::sound {

namespace {

constexpr double kWindowPeriods = 1.75;
constexpr double kLongestCycle = 1.6; ///< periods
constexpr double kBefore = 0.25; ///< of a cycle: how far before and after the usual place the peak is sought
constexpr double kAfter = 0.35;

/// The sound's mean under a Blackman window of 1.75 periods, without what is slower than 50 Hz.
std::vector<float> movingMean(const SoundBlock& block, double period)
{
    const auto half = static_cast<std::ptrdiff_t>(kWindowPeriods * period / 2);
    std::vector<float> window = symmetricBlackman(static_cast<std::size_t>(2 * half + 1));
    const float sum = std::accumulate(window.begin(), window.end(), 0.0F);
    for (float& value : window)
        value /= sum;
    std::vector<float> around(block.samples.size() + window.size());
    block.copy(-half, around);
    std::vector<float> mean(block.samples.size());
    for (std::size_t i = 0; i < mean.size(); ++i)
        mean[i] = dot(window, around.data() + i);
    return highPassed(mean, 50.0, 3);
}

std::vector<std::size_t> minimaOf(std::span<const float> signal)
{
    std::vector<std::size_t> minima;
    for (std::size_t i = 1; i + 1 < signal.size(); ++i) {
        if (signal[i] < signal[i - 1] && signal[i] <= signal[i + 1])
            minima.push_back(i);
    }
    return minima;
}

/// Where in a cycle (0…1, from minimum to minimum) the residual's largest peaks usually are.
double usualPlace(std::span<const std::size_t> minima, std::span<const float> peaks, double period)
{
    std::vector<std::size_t> order(peaks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto wanted = std::min(
        order.size(),
        std::max<std::size_t>(20, static_cast<std::size_t>(static_cast<double>(peaks.size()) / period)));
    std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(wanted), order.end(),
                     [&](std::size_t a, std::size_t b) {
                         return std::pair(std::abs(peaks[a]), b) > std::pair(std::abs(peaks[b]), a);
                     });
    std::vector<double> places;
    for (std::size_t i = 0; i < wanted; ++i) {
        const auto next = std::upper_bound(minima.begin(), minima.end(), order[i]);
        if (next == minima.begin() || next == minima.end())
            continue;
        const std::size_t from = *(next - 1);
        places.push_back(static_cast<double>(order[i] - from) / static_cast<double>(*next - from));
    }
    return places.empty() ? 0.5 : upperMedian(std::move(places));
}

}

bool isUpsideDown(std::span<const float> residual)
{
    double cubes = 0.0;
    for (const float value : residual)
        cubes += static_cast<double>(value) * static_cast<double>(value) * static_cast<double>(value);
    return cubes < 0.0;
}

std::vector<std::size_t> glottalClosures(const SoundBlock& block, std::span<const float> residual,
                                         float usualHertz)
{
    const double period = kRate / static_cast<double>(usualHertz);
    const std::vector<std::size_t> minima = minimaOf(movingMean(block, period));
    std::vector<float> peaks(residual.begin(), residual.end());
    if (isUpsideDown(residual))
        std::transform(peaks.begin(), peaks.end(), peaks.begin(), std::negate<>());
    const double place = usualPlace(minima, peaks, period);
    std::vector<std::size_t> closures;
    for (std::size_t i = 0; i + 1 < minima.size(); ++i) {
        const double cycle = static_cast<double>(minima[i + 1] - minima[i]);
        if (cycle >= kLongestCycle * period)
            continue;
        const double start = static_cast<double>(minima[i]);
        const auto from = static_cast<std::ptrdiff_t>(std::max(0.0, start + (place - kBefore) * cycle));
        const auto to = std::min(static_cast<std::ptrdiff_t>(peaks.size()),
                                 static_cast<std::ptrdiff_t>(start + (place + kAfter) * cycle));
        if (from >= to)
            continue;
        const auto closure = static_cast<std::size_t>(
            std::max_element(peaks.begin() + from, peaks.begin() + to) - peaks.begin());
        if (closures.empty() || closure > closures.back())
            closures.push_back(closure);
    }
    return closures;
}

}
