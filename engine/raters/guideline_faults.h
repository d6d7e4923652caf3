#pragma once

#include "engine/raters/ordinal_fit.h"

#include <optional>

namespace engine {

struct FaultOptions {
    double best = 0.5; ///< the part of the raters that count as the best, by scale² / noise²; two at least
    double rate = 0.1; ///< of false flags among all flags (Benjamini & Hochberg 1995)
};

/// How unlikely the answers of the best raters to one unit are together, if all read the guideline alike.
struct GuidelineFault {
    /// Of a difference as large as this between two of the best, times how many two there are. Absent: fewer
    /// than two of the best judged the unit.
    std::optional<double> chance;
    bool isFlagged = false; ///< among all units: so unlikely that the guideline should be looked at
};

/// The best raters, by number: the better half by scale² / noise².
std::vector<std::size_t> bestRaters(const OrdinalModel& model, double part = 0.5);

/// Units on which the best raters differ more than the model allows: the guideline may be read in two ways
/// there. How far two answers lie apart is told by the places that they speak for, and the chance of a
/// distance is exact over all pairs of answers. A flag is to be trusted; no flag proves nothing
/// (docs/agreement.md).
///
/// @return one per unit
std::vector<GuidelineFault> guidelineFaults(const OrdinalModel& model, const OrdinalRatings& ratings,
                                            const FaultOptions& options = {});

}
