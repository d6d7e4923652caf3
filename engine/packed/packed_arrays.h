#pragma once

#include "engine/packed/packed_names.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace engine {

/// An array with its name in the fold.
struct NamedTensor {
    std::string name;
    const TensorEntry* entry = nullptr;
};

/// The arrays of one fold by what they are for. Each has a row per segment.
struct PackedFold {
    std::string name; ///< `train`; empty: the file has no folds
    std::size_t rows = 0;
    const TensorEntry* ids = nullptr; ///< texts or whole numbers; null: none
    const TensorEntry* texts = nullptr; ///< what is said; null: none
    const TensorEntry* tokens
        = nullptr; ///< N × 3 × T, as BERT reads: the second row marks tokens; null: none
    std::vector<NamedTensor> features; ///< numbers, N × T × D or N × D
    std::vector<NamedTensor> labels; ///< numbers, N, N × K, N × 1 × K, or N × K × 2 yes-no pairs
    std::vector<NamedTensor> terms; ///< texts that are neither ids nor what is said, N
    std::map<std::string, const TensorEntry*> lengths; ///< N steps, by the feature's name; `` of all features
};

/// The most columns that labels have.
inline constexpr std::size_t kMostLabels = 64;

/// The arrays of one fold by their names in it: `text`, `labels`.
using PackedArrayMap = std::map<std::string, const TensorEntry*>;

/// The arrays of a fold, not yet sorted by what they are for.
struct PackedGroup {
    PackedArrayMap arrays;
    bool isNumbered = false; ///< written by a recipe's run, as `fold0`
};

/// The arrays of a file by fold: `train`, `valid`, `test`, and what else the file calls one; empty: none.
/// Where folds have names, arrays of `fold0`, `fold1`, `fold2` are not used; of two arrays that are one by
/// their names (`val/text` and `dev/text`), the first one is.
/// @param entries  must live as long as the result
/// @param notUsed  gets each array that is left out for that, and a sentence why
std::map<std::string, PackedGroup>
packedGroups(const std::vector<TensorEntry>& entries,
             const std::function<void(const TensorEntry&, const std::string&)>& notUsed);

/// The array of features of a modality; null: the fold has none. `X`, which says nothing, is text where no
/// other array is of any modality.
const TensorEntry* featuresOf(const PackedArrayMap& arrays, Modality modality);

/// The array of labels that is learnt: `labels`, else `regression_labels` and so on, else the only one with
/// `label` in its name; null: none.
const TensorEntry* learntLabels(const PackedArrayMap& arrays);

/// The first array with this role, by name; null: none.
const TensorEntry* firstWith(PackedRole role, const PackedArrayMap& arrays);

/// Sorts the arrays of a file by fold and by what they are for: MMSA's (`train/raw_text`,
/// `train/regression_labels`), `X_train` and `y_train`, and a recipe's tensors.
/// @param entries  must live as long as the result
/// @param notes  gets a sentence for every array that is not used: with other numbers of rows, with texts
/// that are neither ids nor words, too large in one row, or packed so that single segments cannot be read
/// @throws FormatError (`data_invalid`) when the file has no such arrays; it says which are expected.
std::vector<PackedFold> packedFolds(const std::filesystem::path& path,
                                    const std::vector<TensorEntry>& entries, std::vector<std::string>& notes);

/// The extents as text: `48 × 20 × 300`.
std::string extentsText(const std::vector<std::size_t>& shape);

}
