#pragma once

#include "engine/models/fusion_model.h"

namespace engine {

/// The outputs of a step-wise model by name: one tensor per step.
using StepLog = std::map<std::string, std::vector<torch::Tensor>>;

/// A run of a step-wise model over B segments: it holds the weights, prepared for many steps, and the state
/// after the words so far. It begins with the state before the first word.
class Recurrence {
public:
    virtual ~Recurrence() = default;

    /// Computes what can be computed for all T words at once. @return for each step, the `word` of advance()
    ///
    /// @param words  per modality T × B × D.
    virtual std::vector<std::vector<torch::Tensor>> project(const std::vector<torch::Tensor>& words) = 0;

    /// Takes one more word.
    ///
    /// @param word    one element of project()'s result.
    /// @param active  B × 1, bool: where the row has a word; other rows keep their state. Undefined: all rows
    /// have.
    /// @param log     where the outputs of the step go; null when they are not wanted.
    virtual void advance(const std::vector<torch::Tensor>& word, const torch::Tensor& active, StepLog* log)
        = 0;

    /// B × O, for the words so far.
    virtual torch::Tensor prediction() = 0;
};

/// A model whose state passes from word to word, so that it can run live.
class StepwiseModel : public FusionModel {
public:
    /// `x_l`, `x_a`, `x_v` B × T × D, `lengths` optional. Values of outputs at padded steps mean nothing.
    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    std::unique_ptr<LiveRun> live() override;

    /// @param rows  B; @param options  of the tensors to make.
    virtual std::unique_ptr<Recurrence> unroll(std::int64_t rows, const torch::TensorOptions& options) = 0;

    /// Adds outputs that are computed from the logged outputs, B × T × … each.
    virtual void addOutputs(NamedTensors& outputs) const;
};

/// A live run of any recurrence.
///
/// @param start   makes the recurrence when the first word tells B.
/// @param finish  completes the outputs of a step, B × 1 × … each.
std::unique_ptr<LiveRun> liveRun(
    std::function<std::unique_ptr<Recurrence>(std::int64_t rows, const torch::TensorOptions& options)> start,
    std::function<void(NamedTensors&)> finish);

}
