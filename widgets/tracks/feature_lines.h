#pragma once

#include "engine/sequences/feature_levels.h"
#include "widgets/timeline/track.h"
#include "widgets/tracks/feature_display.h"

#include <vector>

namespace widgets {

/// Paints dimensions of features as lines: the mean of each column of pixels, over the extent of the rows
/// that the column stands for.
class FeatureLines {
public:
    static constexpr double kMargin = 4.0; ///< pixels above and below lines

    struct Lines {
        const engine::FeatureLevels& features;
        const engine::FeatureLevels::Columns& columns;
        const std::vector<std::size_t>& dimensions; ///< a line each
        const FeatureDisplay& display;
        bool zeroIsGap = false; ///< the line is broken where the value is 0
        QColor only; ///< the colour of a line that is the only one
    };
    void paint(TrackCanvas& canvas, const Lines& lines);

    static QColor colour(const Theme& theme, std::size_t line); ///< of one among several

private:
    void paintLine(TrackCanvas& canvas, const Lines& lines, std::size_t dimension, const QPen& pen);
    void paintExtent(TrackCanvas& canvas, const Lines& lines, std::size_t dimension, const QColor& colour);

    std::vector<float> m_values; ///< kept between paintings
    std::vector<float> m_low; ///< kept between paintings
    std::vector<float> m_high; ///< kept between paintings
};

}
