#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <utility>
#include <vector>

namespace engine {

/// The draws of all chance in measures of conversations: SplitMix64 (Steele, Lea and Flood, Fast splittable
/// pseudorandom number generators, OOPSLA 2014), so that p-values are equal on every machine and in every
/// language. Agreement and splits draw by Draws instead.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) { }

    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    /// 0 … n − 1: the remainder of next(). @param n  ≥ 1
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    /// 0 ≤ u < 1, of 53 bits.
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    /// Of N(0, 1), from two uniforms (Box and Muller 1958, by the cosine).
    double normal()
    {
        const double u = 1.0 - uniform();
        const double v = uniform();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * v);
    }
    std::vector<double> normals(std::size_t count)
    {
        std::vector<double> all(count);
        for (double& one : all)
            one = normal();
        return all;
    }
    /// Fisher and Yates, from the end.
    template <typename T>
    void shuffle(std::vector<T>& values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::uint64_t m_state;
};

}
