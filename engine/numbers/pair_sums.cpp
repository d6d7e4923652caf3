#include "engine/numbers/pair_sums.h"

#include <algorithm>
#include <cmath>

namespace engine {

double PairSums::deviationOfFirst() const
{
    return m_count > 1.0 ? std::sqrt(std::max(0.0, m_aa / m_count - std::pow(m_a / m_count, 2.0))) : 0.0;
}

std::optional<double> PairSums::correlation() const
{
    constexpr double rounding = 1e-12;
    const double ofA = m_aa - m_a * m_a / m_count, ofB = m_bb - m_b * m_b / m_count;
    if (!(ofA > rounding * std::max(1.0, m_aa)) || !(ofB > rounding * std::max(1.0, m_bb)))
        return std::nullopt;
    return (m_ab - m_a * m_b / m_count) / std::sqrt(ofA * ofB);
}

}
