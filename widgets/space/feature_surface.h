#pragma once

#include "engine/sequences/feature_levels.h"
#include "widgets/base/theme.h"
#include "widgets/space/space_figure.h"

#include <QStringList>

#include <optional>

namespace widgets {

/// The values of some dimensions of a sequence over a stretch of time.
struct FeatureSurface {
    double start = 0.0; ///< seconds
    double end = 0.0;
    std::size_t columns = 0; ///< T moments, evenly from `start` to `end`
    QStringList names; ///< of the D dimensions, with their units
    std::vector<engine::DimensionRange> ranges; ///< D; what each dimension's height is a part of
    std::vector<float> values; ///< D × T; not finite: there is no row
    std::size_t dimensions = 0; ///< of the sequence, of which these are evenly chosen

    std::size_t rows() const { return static_cast<std::size_t>(names.size()); }
    float at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
    /// Where a value lies in the range of its dimension, 0…1. Absent: there is none.
    std::optional<float> part(std::size_t row, std::size_t column) const;
    double secondsAt(std::size_t column) const;
    friend bool operator==(const FeatureSurface&, const FeatureSurface&) = default;
};

/// Time runs to the right, dimensions to the back, values upwards, each within the range of its dimension.
/// Places are those of the values, row by row.
SpaceFigure surfaceFigure(const FeatureSurface& surface, const Theme& theme);

/// The moment `seconds` in this figure; absent: it lies outside.
std::optional<SpacePlane> surfacePlane(const FeatureSurface& surface, double seconds);

}
