#include "engine/features/sound/row_powers.h"

#include "engine/features/sound/sound_math.h"

#include <algorithm>

namespace engine::sound {

std::vector<float> rowPowers(const SoundBlock& block)
{
    constexpr std::size_t samples = 400;
    std::vector<float> frame(samples);
    std::vector<float> powers(block.rows());
    for (std::size_t row = 0; row < powers.size(); ++row) {
        block.copy(SoundBlock::centre(row) - static_cast<std::ptrdiff_t>(samples / 2), frame);
        powers[row] = dot(frame, frame.data()) / static_cast<float>(samples);
    }
    return powers;
}

float quantile(std::vector<float> values, float part)
{
    if (values.empty())
        return 0.0F;
    const auto at = static_cast<std::size_t>(part * static_cast<float>(values.size() - 1));
    const auto found = values.begin() + static_cast<std::ptrdiff_t>(at);
    std::nth_element(values.begin(), found, values.end());
    return *found;
}

}
