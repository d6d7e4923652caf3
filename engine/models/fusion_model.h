#pragma once

#include <torch/torch.h>

#include <map>
#include <string>

namespace engine {

/// Tensors by the names that the weight exchange files use: `x_l`, `lengths`, `rank_contribution`.
using NamedTensors = std::map<std::string, torch::Tensor>;

/// B segments side by side, padded at the end to T words.
struct ModalityBatch {
    torch::Tensor text; ///< B × T × D_text
    torch::Tensor acoustic; ///< B × T × D_acoustic
    torch::Tensor visual; ///< B × T × D_visual
    torch::Tensor lengths; ///< B, int64, each 1…T: the words that are not padding
};

/// What a model says of B segments.
struct FusionOutput {
    torch::Tensor prediction; ///< B × O
    NamedTensors outputs; ///< what it shows of itself, first axis B
};

/// A model that fuses text, acoustic and visual features of a segment into O scores.
///
/// Modules register under the names of the weight files. A row's prediction does not depend on its padding
/// unless the model's documentation says so.
class FusionModel : public torch::nn::Module {
public:
    /// The module as published: takes what it needs of `inputs` and ignores the rest, such as a loss's
    /// target.
    /// @throws FormatError (code `missing_input`) naming an input that is not there.
    virtual FusionOutput run(const NamedTensors& inputs) = 0;

    /// The model on word-aligned segments. By default run() on `x_l`, `x_a`, `x_v`, `lengths`; models that
    /// take one vector per segment reduce the words to it first.
    virtual FusionOutput forward(const ModalityBatch& batch);

    /// Does this parameter learn at the trainer's `factor_lr`?
    virtual bool isFactor(const std::string& parameter) const;
};

/// The tensor `name` of `inputs`. @throws FormatError (code `missing_input`).
const torch::Tensor& requiredInput(const NamedTensors& inputs, const std::string& name);

/// Like requiredInput(), for one that may be absent (an undefined tensor then).
torch::Tensor optionalInput(const NamedTensors& inputs, const std::string& name);

}
