#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

/// Orders that depend on a seed alone. The standard library draws by algorithms of its own, so that the same
/// seed gives other folds and other trainings with another one.
namespace engine {

/// Brings values into an order given by the state of `random`.
template <typename T, std::uniform_random_bit_generator Random>
void shuffleSeeded(std::vector<T>& values, Random& random)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random() % i]);
}

/// A number from 0 to `end` - 1, each as likely (Lemire, Fast random integer generation in an interval,
/// TOMACS 2019). @param end  at least 1
inline std::uint64_t drawnBelow(std::uint64_t end, std::mt19937_64& random)
{
    __extension__ using Wide = unsigned __int128;
    Wide product = Wide{random()} * end;
    if (static_cast<std::uint64_t>(product) < end) {
        const std::uint64_t uneven = (0 - end) % end;
        while (static_cast<std::uint64_t>(product) < uneven)
            product = Wide{random()} * end;
    }
    return static_cast<std::uint64_t>(product >> 64);
}

/// The same for what is published: order of training, splits of corpora and searches are those that
/// std::shuffle of GCC's library draws, two places at a time. @param values  fewer than 2³²
template <typename T>
void shuffleAsPublished(std::vector<T>& values, std::mt19937_64& random)
{
    std::size_t next = 1;
    if (values.size() > 1 && values.size() % 2 == 0)
        std::swap(values[next++], values[drawnBelow(2, random)]);
    for (; next < values.size(); next += 2) {
        const std::uint64_t both = drawnBelow((next + 1) * (next + 2), random);
        std::swap(values[next], values[both / (next + 2)]);
        std::swap(values[next + 1], values[both % (next + 2)]);
    }
}

}
