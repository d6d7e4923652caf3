#pragma once

#include "engine/core/display_card.h"
#include "engine/core/segment_input.h"
#include "engine/model_files/normalisation.h"

#include <torch/torch.h>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace engine {

/// Tensors by the names that the weight exchange files use: `x_l`, `lengths`, `rank_contribution`.
using NamedTensors = std::map<std::string, torch::Tensor>;

/// B segments in one batch, padded at the end to T words; when they are unaligned, each modality has a T of
/// its own.
struct ModalityBatch {
    torch::Tensor text; ///< B × T × D_text
    torch::Tensor acoustic; ///< B × T × D_acoustic
    torch::Tensor visual; ///< B × T × D_visual
    torch::Tensor lengths; ///< B, int64, each 1…T: the words that are not padding
    torch::Tensor present; ///< B × 3, bool: which modalities a segment has; undefined when all have all
    /// Like `lengths`, which then are those of the text; undefined when `lengths` holds for all modalities.
    torch::Tensor acousticLengths{};
    torch::Tensor visualLengths{};
    /// What a model takes besides rows of features, first axis B: `tokens`. StagedModel::extrasOf() makes it.
    NamedTensors extras{};
    /// Ragged inputs, of which segments have different numbers, by the names of a network's run(): `faces`
    /// with `v_lens`, …
    NamedTensors media{};
    torch::Tensor hidden{}; ///< B × 3, bool: which modalities none attends to; undefined: none is hidden
    torch::Tensor videos{}; ///< B, int64: the same number for segments of one video; undefined: not known

    /// The features of a modality.
    torch::Tensor& of(Modality modality);
    const torch::Tensor& of(Modality modality) const;

    bool isAligned() const { return !acousticLengths.defined() && !visualLengths.defined(); }
    /// The steps of a modality that are not padding.
    const torch::Tensor& lengthsOf(Modality modality) const;
};

/// Whether a model also computes its displays. They cost time, so training does without them.
enum class Displays { No, Yes };

/// A model's output for B segments.
struct FusionOutput {
    torch::Tensor prediction; ///< B × O
    NamedTensors outputs; ///< displays, first axis B; displays() describes each
};

/// The output of a second head whose values stand behind the prediction.
inline constexpr const char* kValuesOutput = "values";

/// The prediction, and behind it kValuesOutput where there is one: B × (O + values).
torch::Tensor withValues(const FusionOutput& output);

/// The error that a task minimises: predictions and truths, both B × O → a scalar.
using TaskLoss = std::function<torch::Tensor(const torch::Tensor& prediction, const torch::Tensor& truths)>;

/// One batch of training.
struct TrainingStep {
    const ModalityBatch& batch;
    const torch::Tensor& truths; ///< B × O
    const torch::Tensor& rows; ///< B, int64: which segments of the training set these are
    std::int64_t segments = 0; ///< in the training set
    std::int64_t epoch = 0; ///< counted from 0, of its stage
    const TaskLoss& task;
    std::int64_t epochs = 1; ///< of the stage, at most
};

/// A prediction of a part of a model, which stands beside the model's own.
struct SidePrediction {
    std::string output; ///< name among FusionOutput::outputs: `pred_v`
    std::string name; ///< for reports: `visual side`
};

/// A model that follows speech word by word: its prediction for the words so far.
class LiveRun {
public:
    virtual ~LiveRun() = default;

    /// Takes one more word.
    ///
    /// @param word  `x_l` B × D_text, `x_a`, `x_v`.
    /// @return      what run() would give for all words so far; of outputs per step, only those of this word.
    virtual FusionOutput next(const NamedTensors& word, Displays displays) = 0;
};

/// A model that fuses text, acoustic and visual features of a segment into O scores.
///
/// Modules register under the names of the weight files. A row's prediction does not depend on its padding
/// unless the model's documentation says so.
class FusionModel : public torch::nn::Module {
public:
    /// The module as published: takes what it needs of `inputs` and ignores the rest, such as a loss's
    /// target.
    /// @throws FormatError (code `missing_input`) naming the missing input.
    virtual FusionOutput run(const NamedTensors& inputs, Displays displays) = 0;

    /// Whether it takes segments whose modalities have steps and lengths of their own. Other models fuse word
    /// by word.
    virtual bool takesUnaligned() const;

    /// Whether it has a mask of keys by which a modality can be hidden from the others
    /// (ModalityBatch::hidden). By default it has none.
    virtual bool hidesModalities() const;

    /// The inputs of run() for segments. By default they are `x_l`, `x_a`, `x_v` and `lengths`, or `len_l`,
    /// `len_a`, `len_v` for unaligned segments, and `hidden` where modalities are hidden. Models that take
    /// one vector per segment reduce the words to it here.
    virtual NamedTensors inputsFrom(const ModalityBatch& batch) const;

    /// inputsFrom(), after each modality that a segment lacks was set to its mean over the training set,
    /// which is 0 after normalisation.
    NamedTensors inputsOf(const ModalityBatch& batch) const;

    /// The model on segments: run() of inputsOf(), its prediction withValues().
    /// @throws ShapeError (code `unaligned`) for unaligned segments when the model does not take them.
    FusionOutput forward(const ModalityBatch& batch, Displays displays = Displays::No);

    /// From now on, for as long as the weights stay as they are: keeps what it computed of the last `most`
    /// items (faces, pieces of sound) that do not depend on each other, so that the same item in another
    /// segment takes no time. @return whether it has such items; by default it has none.
    virtual bool rememberItems(std::size_t most);

    /// From now on: predicts what a sigmoid at its end would keep within bounds, as it is before that.
    /// @return whether it ends so; by default it does not, and nothing changes.
    virtual bool giveLogits();

    /// A run that begins before the first word; null when the model needs all words at once. The model must
    /// outlive it.
    virtual std::unique_ptr<LiveRun> live();

    /// Describes its outputs, so that they can be drawn.
    virtual std::vector<DisplayCard> displays() const;

    /// Outputs that predict what the prediction does, from a part of the segment; none by default.
    virtual std::vector<SidePrediction> sides() const;

    /// Outputs that are features, from normalised to the units of their sequences.
    virtual void showInUnits(NamedTensors& outputs, const Normalisation& scales) const;

    /// The quantity that training minimises: the task's loss of the prediction, unless the model's paper adds
    /// terms.
    virtual torch::Tensor objective(const TrainingStep& step);

    /// The values that the objective keeps from batch to batch, for a checkpoint; empty by default.
    virtual NamedTensors trainingState() const;
    virtual void setTrainingState(const NamedTensors& state);

    /// A loss of this model's own that a weight exchange file names (`misa_total`), for inputs and the output
    /// of run(). @throws FormatError (code `unknown_loss`).
    virtual torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                                   const FusionOutput& output);

    /// Further outputs that recorded cases of this model hold, of any shape.
    virtual NamedTensors caseOutputs(const NamedTensors& inputs, const FusionOutput& output);

    /// Whether this parameter learns at the trainer's `factor_lr`.
    virtual bool isFactor(const std::string& parameter) const;

    /// Whether AdamW shrinks this parameter: by default matrices, but neither biases nor norms.
    virtual bool isDecayed(const std::string& name, const torch::Tensor& parameter) const;
};

/// The inputs of features and their lengths, in the order of `allModalities`.
inline constexpr std::array modalityInputs{"x_l", "x_a", "x_v"};
inline constexpr std::array lengthInputs{"len_l", "len_a", "len_v"};

/// The tensor `name` of `inputs`. @throws FormatError (code `missing_input`).
const torch::Tensor& requiredInput(const NamedTensors& inputs, const std::string& name);

/// `lengths`, or the input `name`, for these sequences; undefined when absent: every step is valid.
///
/// @param x  B × T × …
/// @throws ShapeError (code `bad_inputs`) when it is not B whole numbers from 1 to T.
torch::Tensor lengthsOf(const NamedTensors& inputs, const torch::Tensor& x,
                        const std::string& name = "lengths");

/// The valid steps of a modality: the input of its own (`len_a`), else `lengths`.
///
/// @throws FormatError (code `missing_input`) when the modality is missing, ShapeError (code `bad_inputs`).
torch::Tensor lengthsOf(const NamedTensors& inputs, Modality modality);

/// Like requiredInput(), for an input that may be absent; then the tensor is undefined.
torch::Tensor optionalInput(const NamedTensors& inputs, const std::string& name);

}
