#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace engine {

/// What one alignment did to one sequence of one video.
struct SequenceAlignment {
    std::vector<std::size_t> rowsPerTarget; ///< by row k of the reference; 0: no entry `v[k]`
    /// How much of the reference's rows the received rows cover; overlaps count once.
    double coverageSeconds = 0.0;
    std::size_t rows = 0; ///< before
    /// Rows (counted in the order of their starts) that no reference row received, by reason:
    std::vector<std::size_t> outside; ///< overlap no reference row by more than `kTouching`
    std::vector<std::size_t> tooShort; ///< not longer than `kTouching`
    std::vector<std::size_t> notNumbers; ///< start or end is NaN
    std::size_t receivedTwice = 0; ///< rows that more than one reference row received
};

/// What one alignment did to one video.
struct AlignmentReport {
    std::vector<std::string> missingIn; ///< sequences that lack the video, which was therefore dropped
    /// The number of rows whose start or end is NaN, by sequence (the reference too); only sequences that
    /// have such rows. These rows overlap no other row.
    std::map<std::string, std::size_t> rowsWithoutTimes;
    // What follows is filled in only when every row is accounted for:
    std::size_t targets = 0; ///< rows of the reference
    double targetSeconds = 0.0; ///< lengths of the target rows together
    std::vector<std::size_t> skippedTargets; ///< rows of the reference that are not longer than `kTouching`
    std::map<std::string, SequenceAlignment> sequences;
};

}
