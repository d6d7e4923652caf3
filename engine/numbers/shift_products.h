#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// Σ a[t] · b[t + d] for each shift d from `first` to `last`: how two series go together when the second is d
/// samples late. Places outside of a series count as 0. By a Fourier transform: O(n log n) for all shifts, to
/// double precision.
/// @return  last − first + 1 sums; none when last < first
std::vector<double> shiftProducts(std::span<const double> a, std::span<const double> b, std::ptrdiff_t first,
                                  std::ptrdiff_t last);

}
