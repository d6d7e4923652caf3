#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/run_context.h"
#include "engine/sequences/sequence_file.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// How one dimension differs between two versions of a sequence, row by row.
struct DimensionDifference {
    std::string name;
    std::size_t rows = 0; ///< that were compared
    std::size_t different = 0; ///< of them; NaN is the same as NaN
    std::size_t numbers = 0; ///< rows in which both have a number
    double mean = 0.0; ///< of the absolute differences between finite values
    double largest = 0.0;
    friend bool operator==(const DimensionDifference&, const DimensionDifference&) = default;
};

struct SequenceComparison {
    std::vector<std::string> onlyFirst; ///< ids
    std::vector<std::string> onlySecond;
    std::vector<std::string>
        otherRows; ///< ids with another number of rows or dimensions, which are not compared
    std::vector<std::string> otherTimes; ///< ids with the same rows at other times
    std::vector<std::string> different; ///< ids with other values
    std::size_t equal = 0; ///< ids that are the same in all
    std::vector<DimensionDifference> dimensions;
};

/// Compares two versions of a sequence, entry by entry, in constant memory.
/// @throws FormatError (`data_invalid`) for a damaged entry, and for text; Cancelled.
SequenceComparison compare(const SequenceFile& first, const SequenceFile& second, const RunContext& run = {});

/// Second minus first for one id (`v`, or all of `v[k]` in order), N × D; absent when the numbers of rows or
/// dimensions differ. NaN where only one of the two is a number.
std::optional<FeatureMatrix> differenceOf(const SequenceFile& first, const SequenceFile& second,
                                          const std::string& video);

}
