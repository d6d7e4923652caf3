#include "engine/models/conversation/turn_loss.h"

#include "engine/core/error.h"

#include <array>
#include <limits>

namespace engine {

namespace {

/// The number by which a sum over labelled turns is divided; without any, the sum is 0 as well.
torch::Tensor atLeastAny(const torch::Tensor& sum)
{
    return sum.clamp_min(std::numeric_limits<float>::min());
}

void requireTurns(const torch::Tensor& targets, c10::IntArrayRef shape, const char* name)
{
    if (targets.sizes() != shape)
        throw ShapeError("bad_inputs",
                         std::string("inputs/") + name
                             + ": expected one row for each turn that is predicted.");
}

torch::Tensor lossOf(bool isOfClasses, const torch::Tensor& prediction, const NamedTensors& inputs)
{
    const torch::Tensor& mask = requiredInput(inputs, "target_mask");
    requireTurns(mask, prediction.sizes().slice(0, static_cast<std::size_t>(prediction.dim() - 1)),
                 "target_mask");
    if (!isOfClasses) {
        const torch::Tensor& truths = requiredInput(inputs, "target_y");
        requireTurns(truths, prediction.sizes(), "target_y");
        return absoluteErrorOfTurns(prediction, truths, mask);
    }
    const torch::Tensor& classes = requiredInput(inputs, "target");
    requireTurns(classes, mask.sizes(), "target");
    return crossEntropyOfTurns(prediction, classes.to(torch::kInt64), mask,
                               optionalInput(inputs, "target_weights"));
}

/// The truths of as many turns and slots as are predicted: a batch is cut to its longest conversation, and
/// has slots for those who are there.
torch::Tensor cutAs(torch::Tensor truths, const torch::Tensor& prediction)
{
    for (std::int64_t axis = 1; axis + 1 < prediction.dim(); ++axis)
        truths = truths.narrow(axis, 0, prediction.size(axis));
    return truths;
}

}

torch::Tensor crossEntropyOfTurns(const torch::Tensor& prediction, const torch::Tensor& classes,
                                  const torch::Tensor& mask, const torch::Tensor& weights)
{
    const torch::Tensor counted = weights.defined() ? mask * weights.index({classes}) : mask;
    const torch::Tensor right
        = torch::log_softmax(prediction, -1).gather(-1, classes.unsqueeze(-1)).squeeze(-1);
    return -(right * counted).sum() / atLeastAny(counted.sum());
}

torch::Tensor absoluteErrorOfTurns(const torch::Tensor& prediction, const torch::Tensor& truths,
                                   const torch::Tensor& mask)
{
    const torch::Tensor errors = (prediction - truths).abs() * mask.unsqueeze(-1);
    return errors.sum() / atLeastAny(mask.sum() * static_cast<double>(prediction.size(-1)));
}

torch::Tensor caseLossOfTurns(const std::string& kind, const NamedTensors& inputs, const FusionOutput& output)
{
    const std::string ending = "_hierarchical";
    const bool isHierarchical = kind.ends_with(ending);
    const std::string own = isHierarchical ? kind.substr(0, kind.size() - ending.size()) : kind;
    if (own != "cross_entropy_turns" && own != "l1_turns")
        throw FormatError("unknown_loss", "loss \"" + kind + '"',
                          "is none that models of conversations have");
    const bool isOfClasses = own == "cross_entropy_turns";
    torch::Tensor loss = lossOf(isOfClasses, output.prediction, inputs);
    for (const char* const name : std::array{"pred_l", "pred_a", "pred_v"}) {
        if (const auto part = output.outputs.find(name); isHierarchical && part != output.outputs.end())
            loss = loss + kModalityShare * lossOf(isOfClasses, part->second, inputs);
    }
    return loss;
}

torch::Tensor labelledRows(const torch::Tensor& values, const torch::Tensor& truths)
{
    const std::int64_t outputs = truths.size(-1);
    const torch::Tensor isLabelled = truths.isfinite().all(-1).reshape({-1});
    const torch::Tensor rows = isLabelled.nonzero().squeeze(1);
    return values.reshape({-1, outputs}).index_select(0, rows);
}

TaskLoss lossOfLabelledTurns(TaskLoss loss)
{
    return [loss = std::move(loss)](const torch::Tensor& prediction, const torch::Tensor& all) {
        const torch::Tensor truths = cutAs(all, prediction);
        const torch::Tensor rows = labelledRows(prediction, truths);
        return rows.size(0) == 0 ? rows.sum() : loss(rows, labelledRows(truths, truths));
    };
}

}
