#pragma once

#include "engine/core/interval.h"
#include "engine/explain/video_draws.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// Labelled segments with what a model said of them: N each.
struct ScoredSegments {
    std::vector<double> predictions;
    std::vector<double> labels;
    std::vector<std::size_t> videos; ///< the number of its video, 0…V − 1
    double neutral = 0.0; ///< between the two sides of the scale

    std::size_t size() const { return labels.size(); }
    double error(std::size_t segment) const { return predictions[segment] - labels[segment]; }
};

/// How a model does on some of the segments.
struct SliceFigures {
    std::size_t count = 0;
    std::size_t videos = 0; ///< that these are of
    double meanAbsoluteError = 0.0;
    std::optional<Interval> interval; ///< of that, 95 %, by VideoDraws; absent below two videos
    double bias = 0.0; ///< mean of prediction − label
    std::optional<double> accuracy2; ///< negative against positive, where the label is not neutral
    /// How often, over the draws, the slice is no worse than all other segments, (k + 1) / (draws + 1): small
    /// where it is worse beyond chance. Absent without an interval or without other segments.
    std::optional<double> chance;

    friend bool operator==(const SliceFigures&, const SliceFigures&) = default;
};

/// @param slice  places of its segments, each once
/// @throws ShapeError (`row_mismatch`) when the vectors of `segments` differ in size, and for segments and
/// videos that there are not.
SliceFigures sliceFigures(const ScoredSegments& segments, std::span<const std::size_t> slice,
                          const VideoDraws& draws);

}
