#include "engine/features/sound/mel_bands.h"

#include "engine/features/sound/sound_math.h"

#include <algorithm>

namespace engine::sound {

namespace {

double melOf(double hertz)
{
    return 2595.0 * std::log10(1.0 + hertz / 700.0);
}
double hertzOf(double mel)
{
    return 700.0 * (std::pow(10.0, mel / 2595.0) - 1.0);
}

}

MelBands::MelBands(std::size_t bands, double low, double high, std::size_t bins, double sampleRate)
    : m_bands(bands)
{
    const double perBin = sampleRate / 2 / static_cast<double>(bins - 1);
    const auto edge = [&](std::size_t i) {
        const double part = static_cast<double>(i) / static_cast<double>(bands + 1);
        return hertzOf(melOf(low) + (melOf(high) - melOf(low)) * part);
    };
    for (std::size_t i = 0; i < bands; ++i) {
        Band& band = m_bands[i];
        const double from = edge(i);
        const double to = edge(i + 2);
        band.centre = edge(i + 1);
        band.firstBin = static_cast<std::size_t>(std::ceil(from / perBin));
        for (std::size_t bin = band.firstBin; bin < bins && static_cast<double>(bin) * perBin < to; ++bin) {
            const double hertz = static_cast<double>(bin) * perBin;
            const double rise = (hertz - from) / (band.centre - from);
            const double fall = (to - hertz) / (to - band.centre);
            band.weights.push_back(static_cast<float>(std::clamp(std::min(rise, fall), 0.0, 1.0)));
        }
    }
}

void MelBands::sums(std::span<const float> powers, std::span<float> sums) const
{
    for (std::size_t i = 0; i < m_bands.size(); ++i)
        sums[i] = dot(m_bands[i].weights, powers.data() + m_bands[i].firstBin);
}

}
