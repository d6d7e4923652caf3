#pragma once

#include <complex>
#include <span>
#include <vector>

namespace engine {

/// The roots of z^n + f1 z^(n−1) + … + fn, by Aberth's method (Aberth, Mathematics of Computation 1973), in
/// no order. @param polynomial  n + 1 factors; the first is taken for 1
std::vector<std::complex<double>> polynomialRoots(std::span<const double> polynomial, int mostSteps = 60);

}
