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
    std::vector<std::vector<double>> folds; ///< N × K each; NaN where nobody gave one
};

/// What an array of labels is called here: `sentiment_T` of MMSA's `regression_labels_T`, `class` of
/// `classification_labels`, `label` of `labels` and `y`; others keep their names.
std::string packedLabelName(const std::string& array);

/// What its columns are called: as `given`, where those are as many and the array is the file's `labels`;
/// else `sentiment`, or `label 1`, `label 2`.
std::vector<std::string> packedColumnNames(const NamedTensor& labels, const std::vector<std::string>& given);

/// Whether an array of labels holds pairs of no and yes, of which the second counts: N × K × 2 with K > 1.
/// (N × 1 × 2 are two labels, as the SDK's and a recipe's tensors have them.)
bool arePairs(const TensorEntry& labels);

/// K: the columns of labels that an array holds, where a pair is one.
std::size_t labelColumns(const TensorEntry& labels);

/// The N × K labels of rows that were read of this array.
std::vector<double> labelsIn(const FeatureArray& rows, const TensorEntry& labels);

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
    std::string name; ///< `annotations`, by packedLabelName()
    std::vector<std::string> terms; ///< all different, in byte order; at most kMostTerms
    std::vector<std::vector<std::string>> folds; ///< N each, as UTF-8; empty: none
};
inline constexpr std::size_t kMostTerms = 64;

/// Reads the texts of all folds that are neither ids nor what is said. An array with more different texts
/// than `mostTerms` is no label.
/// @param note  gets array and sentence of what is not shown; without an array, the sentence names it
/// @throws Cancelled.
std::vector<PackedTerms>
readPackedTerms(const std::vector<PackedFold>& folds,
                const std::function<void(const std::string&, const std::string&)>& note,
                const RunContext& run = {}, std::size_t mostTerms = kMostTerms);

/// The ids of a fold's segments as the file has them, as UTF-8; numbers, which may count anew in each fold,
/// with the fold in front (`train_17`); where a segment has none, its number in the fold (`train_0`).
/// @param failed  gets why ids cannot be read
/// @throws Cancelled.
std::vector<std::string> packedIds(const PackedFold& fold,
                                   const std::function<void(const std::string&)>& failed,
                                   const RunContext& run = {});

/// Reads an array of small rows in pieces. @param take  gets rows from `first` on
/// @throws FormatError, IoError as its reader; Cancelled.
void readInPieces(const TensorEntry& entry, const RunContext& run,
                  const std::function<void(std::size_t first, const FeatureArray& rows)>& take);

}
