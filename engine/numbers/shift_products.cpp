#include "engine/numbers/shift_products.h"

#include <bit>
#include <cmath>
#include <complex>
#include <numbers>
#include <utility>

namespace engine {

namespace {

using Spectrum = std::vector<std::complex<double>>;

/// In place, without a factor (Cooley and Tukey 1965). @param spectrum  2^k values
/// @param roots  exp(−2πi k / n), n / 2 of them
void fourierInPlace(Spectrum& spectrum, const Spectrum& roots)
{
    const std::size_t n = spectrum.size();
    for (std::size_t i = 1, j = 0; i < n; ++i) { // the order of reversed bits
        std::size_t bit = n >> 1U;
        for (; (j & bit) != 0; bit >>= 1U)
            j ^= bit;
        j |= bit;
        if (i < j)
            std::swap(spectrum[i], spectrum[j]);
    }
    for (std::size_t half = 1; half < n; half *= 2) {
        const std::size_t stride = n / (2 * half);
        for (std::size_t begin = 0; begin < n; begin += 2 * half) {
            for (std::size_t k = 0; k < half; ++k) {
                const std::complex<double> root = roots[k * stride];
                std::complex<double>& low = spectrum[begin + k];
                std::complex<double>& high = spectrum[begin + k + half];
                const std::complex<double> turned(high.real() * root.real() - high.imag() * root.imag(),
                                                  high.real() * root.imag() + high.imag() * root.real());
                high = low - turned;
                low += turned;
            }
        }
    }
}

}

std::vector<double> shiftProducts(std::span<const double> a, std::span<const double> b, std::ptrdiff_t first,
                                  std::ptrdiff_t last)
{
    if (last < first)
        return {};
    std::vector<double> sums(static_cast<std::size_t>(last - first) + 1, 0.0);
    if (a.empty() || b.empty())
        return sums;
    const std::size_t n = std::bit_ceil(a.size() + b.size());
    Spectrum roots(n / 2);
    for (std::size_t k = 0; k < roots.size(); ++k)
        roots[k] = std::polar(1.0, -2.0 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n));
    Spectrum both(n); // two real series in one transform
    for (std::size_t t = 0; t < a.size(); ++t)
        both[t].real(a[t]);
    for (std::size_t t = 0; t < b.size(); ++t)
        both[t].imag(b[t]);
    fourierInPlace(both, roots);
    Spectrum product(n);
    for (std::size_t k = 0; k < n; ++k) {
        const std::complex<double> here = both[k], there = std::conj(both[(n - k) % n]);
        const std::complex<double> ofA = (here + there) * 0.5;
        const std::complex<double> ofB = (here - there) * std::complex<double>(0.0, -0.5);
        product[k] = std::conj(ofB * std::conj(ofA)); // the transform of conj(z) is conj of the inverse one
    }
    fourierInPlace(product, roots);
    for (std::ptrdiff_t d = first; d <= last; ++d) {
        if (-d < static_cast<std::ptrdiff_t>(a.size()) && d < static_cast<std::ptrdiff_t>(b.size())) {
            const std::size_t place = d < 0 ? n - static_cast<std::size_t>(-d) : static_cast<std::size_t>(d);
            sums[static_cast<std::size_t>(d - first)] = product[place].real() / static_cast<double>(n);
        }
    }
    return sums;
}

}
