#pragma once

#include "engine/core/run_context.h"
#include "engine/packed/packed_arrays.h"

#include <functional>
#include <string>
#include <vector>

namespace engine {

/// The labels of all segments of a packed file.
struct PackedLabels {
    std::vector<std::string> names; ///< K, all different
    std::vector<std::vector<float>> folds; ///< N × K each; NaN where nobody gave one
};

/// Reads the labels of all folds: `regression_labels` as `sentiment`, first; `classification_labels` as
/// `class`; columns by `labelNames` where there are as many. Infinite values count as not given.
/// @param note  gets array and sentence of what cannot be read
/// @throws Cancelled.
PackedLabels readPackedLabels(const std::vector<PackedFold>& folds,
                              const std::vector<std::string>& labelNames,
                              const std::function<void(const std::string&, const std::string&)>& note,
                              const RunContext& run = {});

/// Reads an array of small rows in pieces. @param take  gets rows from `first` on
/// @throws FormatError, IoError as its reader; Cancelled.
void readInPieces(const TensorEntry& entry, const RunContext& run,
                  const std::function<void(std::size_t first, const FeatureArray& rows)>& take);

}
