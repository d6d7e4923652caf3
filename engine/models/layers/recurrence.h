#pragma once

#include "engine/models/fusion_model.h"

namespace engine {

/// What a step-wise model shows, by name: one tensor per step.
using StepLog = std::map<std::string, std::vector<torch::Tensor>>;

/// A step-wise model in motion over B segments: its weights made ready for many steps, its state after the
/// words so far. Begins with the state before the first word.
class Recurrence {
public:
    virtual ~Recurrence() = default;

    /// What can be computed for all T words at once: for each step what advance() wants of it.
    ///
    /// @param words  per modality T × B × D.
    virtual std::vector<std::vector<torch::Tensor>> project(const std::vector<torch::Tensor>& words) = 0;

    /// One word more.
    ///
    /// @param word    one element of project()'s result.
    /// @param active  B × 1, bool: where the row has a word; the state of others stays. Undefined: all have.
    /// @param log     where the outputs of the step go; null when they are not wanted.
    virtual void advance(const std::vector<torch::Tensor>& word, const torch::Tensor& active, StepLog* log)
        = 0;

    /// B × O, for the words so far.
    virtual torch::Tensor prediction() = 0;
};

/// A model whose state goes from word to word: it can run live.
class StepwiseModel : public FusionModel {
public:
    /// `x_l`, `x_a`, `x_v` B × T × D, `lengths` optional. Values of outputs at padded steps mean nothing.
    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    std::unique_ptr<LiveRun> live() override;

    /// @param rows  B; @param options  of the tensors to make.
    virtual std::unique_ptr<Recurrence> unroll(std::int64_t rows, const torch::TensorOptions& options) = 0;

    /// Adds what follows from the logged outputs, B × T × … each.
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
