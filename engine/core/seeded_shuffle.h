#pragma once

#include <random>
#include <utility>
#include <vector>

namespace engine {

/// Brings values into an order given by the state of `random`: the same on every machine, which std::shuffle
/// is not.
template <typename T, std::uniform_random_bit_generator Random>
void shuffleSeeded(std::vector<T>& values, Random& random)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random() % i]);
}

}
