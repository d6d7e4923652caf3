#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace engine {

/// Counts values by their size in one pass: bins become twice as wide when a value lies outside them, so that
/// at most `kMostBins` are needed. The same values in the same order give the same bins.
class Histogram {
public:
    static constexpr std::size_t kMostBins = 64;

    void add(double value); ///< finite; values beyond ±1e300 count as ±1e300

    struct Bin {
        double low = 0.0; ///< inclusive
        double high = 0.0; ///< exclusive
        std::size_t count = 0;
        friend bool operator==(const Bin&, const Bin&) = default;
    };
    /// The bins from the first to the last that is not empty; one bin when all values are the same; none
    /// without values.
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
