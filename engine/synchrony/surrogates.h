#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace engine {

/// How series are made that have a person's own course but not the moment of it.
enum class SurrogateKind {
    Shift, ///< turned in a circle, by no less than `least` samples from either end, no shift twice
    Shuffle, ///< pieces of `piece` samples in another order, none where it was; the rest at the end stays
    Pseudo ///< other people, of other conversations
};

const char* name(SurrogateKind kind); ///< `shift`, `shuffle`, `pseudo`

/// Surrogates of one series, made one after the other when they are asked for.
class Surrogates {
public:
    /// @param count  how many are wished: there are fewer shifts of a short series, and no orders of fewer
    /// than 4 pieces
    static Surrogates shifted(std::span<const double> series, std::size_t count, std::uint64_t seed,
                              std::size_t least);
    static Surrogates shuffled(std::span<const double> series, std::size_t count, std::uint64_t seed,
                               std::size_t piece);
    /// Other series of N samples, standardised.
    static Surrogates of(std::vector<std::vector<double>> others);

    std::size_t count() const;
    std::vector<double> series(std::size_t place) const;

private:
    std::vector<double> m_series;
    std::vector<std::size_t> m_shifts;
    std::size_t m_piece = 0;
    std::vector<std::vector<std::size_t>> m_orders;
    std::vector<std::vector<double>> m_others;
};

}
