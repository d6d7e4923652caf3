#pragma once

#include "engine/suspects/suspect_kind.h"
#include "engine/suspects/word_edge.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// What speaks for an error in the data of N segments.
struct DataEvidence {
    SuspectKind kind = SuspectKind::OtherFace;
    std::vector<double> strengths; ///< N: the larger, the more; NaN where nothing can be said
    std::vector<std::string> reasons; ///< N: `the sound comes 0.4 s late`
    std::vector<std::optional<WordEdge>> edges{}; ///< N: which boundary, of SuspectKind::WordEdge; or none
    /// The strengths of segments of the same data in which such an error was made on purpose; or none.
    std::vector<double> planted{};
};

/// How likely an error in the data is of each segment, and in words how far it stands out.
struct DataShares {
    std::vector<double> shares; ///< N, 0…1
    std::vector<std::string>
        numbers; ///< N: `as strong in 1.2 % of the segments, in 64 % where it was planted`
};

/// What tailShares() believes, and no more than what was planted leaves room for: where planted errors are
/// not at least twice as dense as all segments are, they do not stand out, and nothing is believed; nor where
/// they are not twice as common among all that are so strong.
DataShares dataShares(const DataEvidence& evidence);

/// How likely an error is, by a mixture of two normal distributions: of most segments, and of some whose
/// strengths are larger. The more both overlap, the less is believed; a larger strength never tells less.
/// Where one distribution, whose upper half may be wider or have a long tail, explains all as well, nothing
/// is more likely than 1 in 20.
/// @return  N, 0…1; 0 where the strength is NaN, or for all where too few are known
std::vector<double> tailShares(std::span<const double> strengths);

}
