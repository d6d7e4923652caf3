#include "engine/numbers/polynomial_roots.h"

#include <algorithm>
#include <numbers>

namespace engine {

std::vector<std::complex<double>> polynomialRoots(std::span<const double> polynomial, int mostSteps)
{
    const std::size_t order = polynomial.empty() ? 0 : polynomial.size() - 1;
    std::vector<std::complex<double>> roots(order);
    for (std::size_t i = 0; i < order; ++i)
        roots[i] = std::polar(
            0.9, 2.0 * std::numbers::pi * (static_cast<double>(i) + 0.3) / static_cast<double>(order));
    for (int step = 0; step < mostSteps; ++step) {
        double moved = 0.0;
        for (std::size_t i = 0; i < order; ++i) {
            std::complex<double> value = 1.0;
            std::complex<double> slope = 0.0;
            for (std::size_t k = 1; k < polynomial.size(); ++k) {
                slope = slope * roots[i] + value;
                value = value * roots[i] + polynomial[k];
            }
            if (std::norm(slope) < 1e-30)
                continue;
            const std::complex<double> newton = value / slope;
            std::complex<double> others = 0.0;
            for (std::size_t j = 0; j < order; ++j) {
                const std::complex<double> apart = roots[i] - roots[j];
                if (j != i && std::norm(apart) > 1e-24)
                    others += std::conj(apart) / std::norm(apart);
            }
            const std::complex<double> move = newton / (1.0 - newton * others);
            roots[i] -= move;
            moved = std::max(moved, std::norm(move));
        }
        if (moved < 1e-16)
            break;
    }
    return roots;
}

}
