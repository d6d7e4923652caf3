#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace engine {

/// Draws that are the same on every machine: std::mt19937's 32 bits, whose order the standard fixes, mapped
/// by our own rules, because the standard leaves those of its distributions open. The reference programs of
/// the field's figures draw in the same way.
class Draws {
public:
    explicit Draws(std::uint32_t seed) : m_bits(seed) { }

    /// 0 … n − 1: bits · n ≫ 32. @param n  ≥ 1
    std::uint32_t below(std::uint32_t n)
    {
        return static_cast<std::uint32_t>((static_cast<std::uint64_t>(m_bits()) * n) >> 32U);
    }
    /// Strictly between 0 and 1: (bits + ½) / 2³².
    double uniform() { return (static_cast<double>(m_bits()) + 0.5) / 4294967296.0; }
    /// Of N(0, 1), from two uniforms (Box and Muller 1958).
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

private:
    std::mt19937 m_bits;
};

}
