#pragma once

#include "engine/core/segment_input.h"
#include "engine/npz/tensor_source.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

// What the names of arrays in a file of packed segments say. Whoever reads such a file asks here, so that
// window, training and exchange understand the same names.

/// To which fold an array of a file of tensors belongs, and what it is called in it.
struct TensorPlace {
    std::string fold; ///< `train`, `valid`, `test`, or what the file calls it; empty: none
    std::string array; ///< `text`, `id`
    bool isNumbered = false; ///< the name has the fold's number, as a recipe's run writes it: `fold0`

    friend bool operator==(const TensorPlace&, const TensorPlace&) = default;
};

/// Of a name as the community writes it: `train/text`, `text/train`, `X_train`, `train_labels`, `val.audio`;
/// and as a recipe's run writes it: `fold0/text`, `ids/fold0`. `val`, `dev` and `validation` are valid,
/// `training` is train. A name that speaks of no fold keeps its first group as fold, if it has one.
TensorPlace tensorPlaceOf(const std::string& name);

/// The id of a segment as it is shown, one that is no segment of another and no path: `video$_$3` of
/// `video[3]`; `/` becomes `_`, other brackets become parentheses.
std::string plainSegmentId(std::string id);

/// What an array of a fold is for.
enum class PackedRole {
    Ids, ///< of segments: `id`, `segment_id`
    Said, ///< the words of segments: `raw_text`, `transcript`
    Term, ///< other texts
    Lengths, ///< steps without padding: `lengths`, `audio_lengths`
    Tokens, ///< `text_bert`, N × 3 × T: its second row marks tokens
    Labels, ///< numbers that are learnt
    Features, ///< numbers, N × T × D or N × D
    Nothing, ///< of another shape than its name asks for
};

/// By the array's name in its fold, and by its shape; ids and words by their name alone.
PackedRole packedRole(std::string_view array, const TensorEntry& entry);

/// Of which array the lengths are: `audio` of `audio_lengths`; empty of `lengths`, which are of all arrays.
std::string lengthsName(std::string_view array);

/// Whether a label of this name, or a fold, would be read as something else when it is written as it is.
bool isPackedName(std::string_view name);

/// Whether only a file of segments has an array of this name; other groups of arrays are weights of a model.
bool speaksOfSegments(std::string_view array);

/// What arrays of features of a modality are called, the best name first.
std::vector<std::string_view> packedNamesOf(Modality modality);

/// Whether an array of features of this name is of a modality: `audio`, `acoustic` and `covarep` are sound.
/// `X`, of which no name tells what it is, is text.
bool isOfModality(std::string_view array, Modality modality);

/// How well the name says so, for a fold that has several of one modality; 0 is best.
std::size_t modalityRank(std::string_view array, Modality modality);

/// Whether an array of labels is what is learnt, and before which others: `labels` before
/// `regression_labels`; absent for `regression_labels_T` and for numbers that are something else.
std::optional<std::size_t> learntRank(std::string_view array);

}
