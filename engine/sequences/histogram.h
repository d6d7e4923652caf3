#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace engine {

/// How often values of which size come, in one pass: bins become twice as wide when a value lies outside, so
/// that at most `kMostBins` are needed. The same values in the same order give the same bins.
class Histogram {
public:
    static constexpr std::size_t kMostBins = 64;

    void add(double value); ///< finite; beyond ±1e300 it counts as that

    struct Bin {
        double low = 0.0; ///< inclusive
        double high = 0.0; ///< exclusive
        std::size_t count = 0;
        friend bool operator==(const Bin&, const Bin&) = default;
    };
    /// From the first to the last that is not empty; one for values that are all the same; none without
    /// values.
    std::vector<Bin> bins() const;

private:
    bool reaches(double value) const;
    void widen();

    std::array<std::size_t, kMostBins> m_counts{};
    double m_first = 0.0; ///< as long as all values are the same
    std::size_t m_same = 0; ///< how many they are; 0: none came, or they differ
    double m_low = 0.0; ///< a multiple of the width
    double m_width = 0.0; ///< 0: no two values differ yet
};

}
