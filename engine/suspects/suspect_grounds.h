#pragma once

#include "engine/suspects/suspect_kind.h"

#include <cstddef>
#include <string>
#include <vector>

namespace engine {

/// What speaks for and against the label of one segment, in the units of the label.
struct SuspectGrounds {
    /// A segment that a fusion layer holds to be alike.
    struct Neighbour {
        std::string id;
        double label = 0.0;
        friend bool operator==(const Neighbour&, const Neighbour&) = default;
    };
    /// How likely one kind of error is.
    struct Share {
        SuspectKind kind = SuspectKind::None;
        double share = 0.0; ///< 0…1
        friend bool operator==(const Share&, const Share&) = default;
    };

    double deviation = 0.0; ///< of what is expected
    std::vector<double> said; ///< by each model, out of fold; in the order of Suspects::members
    std::vector<Neighbour> neighbours; ///< nearest first
    std::vector<Share> kinds; ///< the likeliest first, three at most
    /// After each epoch: how far those models that see all modalities are from the label, in the mean. A
    /// model that stops early counts with its last error.
    std::vector<double> errors;

    friend bool operator==(const SuspectGrounds&, const SuspectGrounds&) = default;
};

/// The middle half of the errors of all segments after each epoch.
struct UsualErrors {
    std::vector<double> lower; ///< E, a quarter lies below
    std::vector<double> median; ///< E
    std::vector<double> upper; ///< E, a quarter lies above

    friend bool operator==(const UsualErrors&, const UsualErrors&) = default;
};

/// To three digits behind the point: enough for pictures, and short in files.
double shortened(double value);

/// @param errors  of each segment, E each; segments without errors do not count
UsualErrors usualErrors(const std::vector<std::vector<double>>& errors);

}
