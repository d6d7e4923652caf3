#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace engine::sound {

inline constexpr double kRate = 16000.0; ///< samples a second
inline constexpr std::size_t kHop = 160; ///< samples a row

/// A stretch of sound that is analysed at once: whole rows, and nothing but silence around them.
struct SoundBlock {
    std::vector<float> samples; ///< of 16 kHz, 1 being full scale

    std::size_t rows() const { return samples.size() / kHop; }

    /// The middle of a row, as a number of a sample.
    static std::ptrdiff_t centre(std::size_t row)
    {
        return static_cast<std::ptrdiff_t>(row * kHop + kHop / 2);
    }

    /// Copies samples `first`, `first` + 1, …; 0 where there are none.
    void copy(std::ptrdiff_t first, std::span<float> target) const
    {
        const auto end = static_cast<std::ptrdiff_t>(samples.size());
        const auto wanted = static_cast<std::ptrdiff_t>(target.size());
        const std::ptrdiff_t from = std::clamp<std::ptrdiff_t>(first, 0, end);
        const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(first + wanted, 0, end);
        std::fill(target.begin(), target.end(), 0.0F);
        if (from < to)
            std::copy(samples.begin() + from, samples.begin() + to, target.begin() + (from - first));
    }
};

}
