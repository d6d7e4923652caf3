#pragma once

#include "engine/models/fusion_model.h"

namespace engine {

// Losses over the labelled turns of conversations. The other turns are context, and no targets.

/// Σ m w_y (−log softmax(pred)_y) / Σ m w_y; 0 where no turn is labelled.
///
/// @param prediction  … × C
/// @param classes     …, int64, 0…C − 1
/// @param mask        …, 1 where a turn is labelled, else 0
/// @param weights     C, of the classes; undefined: all 1
torch::Tensor crossEntropyOfTurns(const torch::Tensor& prediction, const torch::Tensor& classes,
                                  const torch::Tensor& mask, const torch::Tensor& weights);

/// Σ m |pred − y| / (Σ m · O); 0 where no turn is labelled.
///
/// @param prediction  … × O; @param truths  … × O; @param mask  … as above
torch::Tensor absoluteErrorOfTurns(const torch::Tensor& prediction, const torch::Tensor& truths,
                                   const torch::Tensor& mask);

/// How much the prediction of one modality counts beside that of all.
inline constexpr double kModalityShare = 0.3;

/// The loss that a recorded case names: `cross_entropy_turns` of `target`, `l1_turns` of `target_y`, both
/// with `target_mask` and, for classes, perhaps `target_weights`. With `_hierarchical` behind, kModalityShare
/// of the same of each of `pred_l`, `pred_a`, `pred_v` is added.
///
/// @throws FormatError (`unknown_loss`, `missing_input`); ShapeError (`bad_inputs`) for targets of another
/// shape.
torch::Tensor caseLossOfTurns(const std::string& kind, const NamedTensors& inputs,
                              const FusionOutput& output);

/// A task's loss of the labelled turns alone. The truths of others are NaN; where no turn is labelled, the
/// loss is 0 and still has a gradient.
///
/// @param loss  of predictions and truths, both M × O
/// @return      takes predictions B × T × … × O and truths B × T' × … × O with T' ≥ T.
TaskLoss lossOfLabelledTurns(TaskLoss loss);

/// The rows of truths B × T × … × O that are labelled: M × O. @param values  of the same shape, or longer
torch::Tensor labelledRows(const torch::Tensor& values, const torch::Tensor& truths);

}
