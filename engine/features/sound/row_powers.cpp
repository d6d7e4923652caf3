#include "engine/features/sound/row_powers.h"

#include "engine/features/sound/sound_math.h"

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

}
