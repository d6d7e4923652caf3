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

/// A label of all segments of a packed file that is a word, such as MMSA's `annotations`.
struct PackedTerms {
    std::string name; ///< `annotations`
    std::vector<std::string> terms; ///< all different, in byte order; at most kMostTerms
    std::vector<std::vector<std::string>> folds; ///< N each, as UTF-8; empty: none
};
inline constexpr std::size_t kMostTerms = 64;

/// Reads the texts of all folds that are neither ids nor what is said. An array with more different texts
/// than kMostTerms is no label.
/// @param note  gets array and sentence of what is not shown; without an array, the sentence names it
/// @throws Cancelled.
std::vector<PackedTerms>
readPackedTerms(const std::vector<PackedFold>& folds,
                const std::function<void(const std::string&, const std::string&)>& note,
                const RunContext& run = {});

/// Reads an array of small rows in pieces. @param take  gets rows from `first` on
/// @throws FormatError, IoError as its reader; Cancelled.
void readInPieces(const TensorEntry& entry, const RunContext& run,
                  const std::function<void(std::size_t first, const FeatureArray& rows)>& take);

}
