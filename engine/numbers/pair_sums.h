#pragma once

#include <optional>

namespace engine {

/// Sums over pairs of numbers, of which pairs can be taken out again: for windows that move on, and for many
/// shifts of two series against each other.
class PairSums {
public:
    void add(double a, double b) { count(a, b, 1.0); }
    /// Of a pair that was added.
    void remove(double a, double b) { count(a, b, -1.0); }

    double size() const { return m_count; }
    /// The standard deviation (divided by N) of the first numbers; 0 of fewer than two.
    double deviationOfFirst() const;
    /// Pearson's r; absent where a series varies by no more than sums round, which is 1e-12 of its squares
    /// (of 1, if their sum is less).
    std::optional<double> correlation() const;

private:
    void count(double a, double b, double sign)
    {
        m_count += sign;
        m_a += sign * a;
        m_b += sign * b;
        m_aa += sign * a * a;
        m_bb += sign * b * b;
        m_ab += sign * a * b;
    }

    double m_count = 0.0, m_a = 0.0, m_b = 0.0, m_aa = 0.0, m_bb = 0.0, m_ab = 0.0;
};

}
