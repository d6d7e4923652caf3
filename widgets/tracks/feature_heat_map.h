#pragma once

#include "engine/sequences/feature_levels.h"
#include "widgets/timeline/track.h"
#include "widgets/tracks/feature_display.h"

#include <QImage>

#include <vector>

namespace widgets {

/// Paints all dimensions of features as a heat map; dimension 0 lies at the bottom, as frequencies do.
class FeatureHeatMap {
public:
    /// @param colour  of great values
    void paint(TrackCanvas& canvas, const engine::FeatureLevels& features,
               const engine::FeatureLevels::Columns& columns, const FeatureDisplay& display,
               const QColor& colour);

    /// The dimension at a height. @param y, height  pixels, from the top. @param dimensions  that there are
    static std::size_t dimensionAt(int y, int height, std::size_t dimensions);

private:
    QImage m_image; ///< kept between paints, so that no memory is asked for while scrolling
    std::vector<float> m_values; ///< kept between paintings
};

}
