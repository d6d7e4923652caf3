#pragma once

#include "engine/sequences/feature_levels.h"

#include <QString>

#include <vector>

namespace widgets {

/// How a track shows features, as a person chose it.
struct FeatureDisplay {
    enum class Form { HeatMap, Lines };
    /// What the values are measured against.
    enum class Scale {
        Usual, ///< each dimension without its outliers
        Full, ///< each dimension from its least to its greatest
        Symmetric, ///< each dimension as far below 0 as above
        Typed ///< all the same, from low to high
    };
    Form form = Form::HeatMap;
    std::vector<std::size_t>
        dimensions; ///< those that are lines; none: as many of the first as can be told apart
    Scale scale = Scale::Usual;
    double low = 0.0; ///< of Typed
    double high = 1.0;

    /// What fits this scale of a dimension.
    engine::DimensionRange rangeOf(const engine::DimensionRanges& ranges) const;

    /// As the project keeps it; empty for what every track shows at first.
    QString toText() const;
    /// What is unreadable is as at first.
    static FeatureDisplay fromText(const QString& text);
    friend bool operator==(const FeatureDisplay&, const FeatureDisplay&) = default;
};

}
