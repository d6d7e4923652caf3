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
        Symmetric, ///< each dimension from −m to m, where m is its greatest absolute value
        Typed ///< all dimensions from `low` to `high`
    };
    Form form = Form::HeatMap;
    std::vector<std::size_t>
        dimensions; ///< dimensions drawn as lines; empty: the first ones, as many as can be told apart
    Scale scale = Scale::Usual;
    double low = 0.0; ///< lower bound for Scale::Typed
    double high = 1.0;

    /// The range to which this scale fits a dimension's values.
    engine::DimensionRange rangeOf(const engine::DimensionRanges& ranges) const;

    /// The text that the project keeps; empty for the default.
    QString toText() const;
    /// Reads that text. Parts that cannot be read get their defaults.
    static FeatureDisplay fromText(const QString& text);
    friend bool operator==(const FeatureDisplay&, const FeatureDisplay&) = default;
};

}
