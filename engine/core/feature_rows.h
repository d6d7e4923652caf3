#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/interval.h"

#include <string>
#include <vector>

namespace engine {

/// A column of features: its name, and its unit (`Hz`, `dB`, `1`).
struct FeatureColumn {
    std::string name;
    std::string unit = "1";
    bool isVerified = true; ///< values were compared with a reference (docs/features.md tells which)

    /// As `dimension names` have it: `F0 [Hz]`.
    std::string title() const { return unit == "1" || unit.empty() ? name : name + " [" + unit + "]"; }

    friend bool operator==(const FeatureColumn&, const FeatureColumn&) = default;
};

/// What was measured over time: N intervals in seconds from the medium's zero, one per row of `values` (N ×
/// D), and D columns. Values are finite; where something could not be measured, a column of validity says so.
struct FeatureRows {
    std::vector<FeatureColumn> columns;
    std::vector<Interval> intervals;
    FeatureMatrix values;
};

/// Puts rows behind others of the same columns.
inline void append(FeatureRows& rows, const FeatureRows& more)
{
    rows.columns = more.columns;
    rows.intervals.insert(rows.intervals.end(), more.intervals.begin(), more.intervals.end());
    rows.values.columns = more.values.columns;
    rows.values.rows += more.values.rows;
    rows.values.values.insert(rows.values.values.end(), more.values.values.begin(), more.values.values.end());
}

}
