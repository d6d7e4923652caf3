#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace engine {

/// Sums over any window of a fixed width, each in constant time. They begin anew with each block of that
/// width, so that their error does not grow with the series and a constant piece has no variance.
class WindowSums {
public:
    explicit WindowSums(std::size_t width) : m_width(width) { }

    /// @param valueAt  the value at a place, 0 … count − 1
    template <typename ValueAt>
    void fill(std::size_t count, ValueAt valueAt)
    {
        m_sums.resize(count);
        for (std::size_t begin = 0; begin < count; begin += m_width) {
            const std::size_t end = std::min(begin + m_width, count);
            double sum = 0.0;
            for (std::size_t i = begin; i < end; ++i) {
                sum += valueAt(i);
                m_sums[i] = sum;
            }
        }
    }

    /// The sum over [start, start + width). @param start  such that the window lies within what was filled
    double from(std::size_t start) const
    {
        const std::size_t last = start + m_width - 1;
        const std::size_t within = start % m_width;
        if (within == 0)
            return m_sums[last];
        return m_sums[start - within + m_width - 1] - m_sums[start - 1] + m_sums[last];
    }

private:
    std::size_t m_width;
    std::vector<double> m_sums; ///< from the beginning of each block
};

}
