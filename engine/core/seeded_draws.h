#pragma once

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

/// Draws that depend on a seed alone, beside the orders in seeded_shuffle.h. They are those of GCC's library,
/// with which published models were trained; another one draws by algorithms of its own.
namespace engine {

/// 0 ≤ x < 1, each as likely.
template <typename Real>
Real drawnShare(std::mt19937_64& random)
{
    constexpr auto values = static_cast<Real>(18446744073709551616.0); // 2⁶⁴
    return std::min(static_cast<Real>(random()) / values, std::nextafter(Real(1), Real(0)));
}

/// low ≤ x < high, each as likely.
inline double drawnBetween(double low, double high, std::mt19937_64& random)
{
    return drawnShare<double>(random) * (high - low) + low;
}

/// Numbers of a normal distribution of mean 0 and deviation 1 (Marsaglia and Bray, A convenient method for
/// generating normal variables, SIAM Review 1964).
class NormalDraws {
public:
    explicit NormalDraws(std::mt19937_64& random) : m_random(random) { }

    float next()
    {
        if (std::exchange(m_hasOther, false))
            return m_other;
        float x = 0.0F, y = 0.0F, square = 0.0F;
        do {
            x = 2.0F * drawnShare<float>(m_random) - 1.0F;
            y = 2.0F * drawnShare<float>(m_random) - 1.0F;
            square = x * x + y * y;
        } while (square > 1.0F || square == 0.0F);
        const float factor = std::sqrt(-2.0F * std::log(square) / square);
        m_other = x * factor;
        m_hasOther = true;
        return y * factor;
    }

private:
    std::mt19937_64& m_random;
    float m_other = 0.0F; ///< each two draws come together
    bool m_hasOther = false;
};

}
