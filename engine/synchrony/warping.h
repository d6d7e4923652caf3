#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace engine {

/// A series of N points of D dimensions, standardised; row by row.
struct PointSeries {
    std::size_t dimensions = 1;
    std::vector<double> values;

    std::size_t size() const { return dimensions > 0 ? values.size() / dimensions : 0; }
};

struct Warping {
    double distance = 0.0; ///< divided by N + M
    std::vector<std::pair<std::size_t, std::size_t>> path; ///< places in the first and the second series
    double meanLag = 0.0; ///< samples: mean of j − i, positive when the second is late
};

/// Dynamic time warping (Sakoe and Chiba, IEEE ASSP 1978): squared distances, steps in either series or in
/// both (which costs double), within `band` samples of the straight way. Of equal ways the one in both is
/// taken, then that in the first. O(N · band).
/// @return none where no way lies within the band, a series is empty or has a missing sample
/// @throws ShapeError (`row_mismatch`) for different dimensions.
std::optional<Warping> warpingOf(const PointSeries& first, const PointSeries& second, double band);

}
