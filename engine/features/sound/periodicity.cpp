#include "engine/features/sound/periodicity.h"

#include "engine/features/sound/sound_math.h"

#include <numeric>

namespace engine::sound {

Periodicity periodicityAt(const SoundBlock& block, std::ptrdiff_t middle, std::size_t samples,
                          std::size_t shortest, std::size_t longest)
{
    const std::size_t reach = samples + longest;
    std::vector<float> around(reach);
    block.copy(middle - static_cast<std::ptrdiff_t>(reach / 2), around);
    const float mean = std::accumulate(around.begin(), around.end(), 0.0F) / static_cast<float>(reach);
    for (float& value : around)
        value -= mean;
    const auto correlationAt = [&](std::size_t lag) {
        const std::size_t first = (longest - lag) / 2;
        const auto here = std::span(around).subspan(first, samples);
        const auto later = std::span(around).subspan(first + lag, samples);
        const float energies = dot(here, here.data()) * dot(later, later.data());
        return energies > 0.0F ? dot(here, later.data()) / std::sqrt(energies) : 0.0F;
    };
    std::vector<float> correlations;
    for (std::size_t lag = shortest; lag <= longest; ++lag)
        correlations.push_back(correlationAt(lag));
    const auto best = std::max_element(correlations.begin(), correlations.end());
    Periodicity result{*best, static_cast<float>(shortest) + static_cast<float>(best - correlations.begin())};
    if (best != correlations.begin() && best + 1 != correlations.end()) {
        const float bend = *(best - 1) - 2.0F * *best + *(best + 1);
        if (bend < 0.0F) {
            const float offset = 0.5F * (*(best - 1) - *(best + 1)) / bend;
            result.period += offset;
            result.correlation -= 0.25F * (*(best - 1) - *(best + 1)) * offset;
        }
    }
    result.correlation = std::clamp(result.correlation, -1.0F, 1.0F);
    return result;
}

}
