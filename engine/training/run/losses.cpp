#include "engine/training/run/losses.h"

#include "engine/core/error.h"
#include "engine/core/same_length.h"

#include <fmt/format.h>
#include <limits>

namespace engine {

namespace {

/// Weights of the settings as a row, 1 where there are none.
/// @param mayBeOne  one weight then stands for all
torch::Tensor rowOf(const std::vector<double>& weights, const torch::Tensor& targets, const char* field,
                    const char* what, bool mayBeOne)
{
    const std::int64_t outputs = targets.size(1);
    if (weights.empty())
        return torch::ones({outputs}, targets.options());
    if ((weights.size() != 1 || !mayBeOne) && static_cast<std::int64_t>(weights.size()) != outputs)
        throw FormatError("bad_config", std::string("training.") + field,
                          fmt::format("has {} weights for {} {}, expected one for each{}", weights.size(),
                                      outputs, what, mayBeOne ? ", or one number for all" : ""));
    return torch::tensor(weights, torch::kFloat64).to(targets.options()).expand({outputs});
}

/// The weight of each label, 1 on average, so that losses with and without weights compare.
torch::Tensor labelWeights(const TrainingSettings& settings, const torch::Tensor& targets)
{
    const torch::Tensor weights
        = rowOf(settings.labelWeights, targets, "label_weights", "labels", /*mayBeOne=*/false);
    return settings.labelWeights.empty() ? weights : weights / weights.mean();
}

/// How much the yes of each label counts.
torch::Tensor positiveWeights(const TrainingSettings& settings, const torch::Tensor& targets)
{
    if (!settings.arePositivesBalanced)
        return rowOf(settings.positiveWeights, targets, "pos_weight", "labels", /*mayBeOne=*/true);
    const torch::Tensor positive = (targets > 0).sum(0).to(targets.dtype()).clamp_min(1.0);
    return (static_cast<double>(targets.size(0)) - positive).clamp_min(1.0) / positive;
}

/// How much each class counts: N / (C · Nc) when balanced.
torch::Tensor classWeights(const TrainingSettings& settings, const torch::Tensor& targets)
{
    if (!settings.areClassesBalanced)
        return rowOf(settings.classWeights, targets, "class_weights", "classes", /*mayBeOne=*/true);
    const torch::Tensor counts = targets.sum(0).clamp_min(1.0);
    return static_cast<double>(targets.size(0)) / (counts * static_cast<double>(targets.size(1)));
}

torch::Tensor logisticLoss(const torch::Tensor& prediction, const torch::Tensor& targets,
                           const torch::Tensor& positive)
{
    const torch::Tensor yes = (targets > 0).to(prediction.dtype());
    return torch::binary_cross_entropy_with_logits(prediction, yes, {}, positive, torch::Reduction::None);
}

torch::Tensor crossEntropy(const torch::Tensor& prediction, const torch::Tensor& targets,
                           const torch::Tensor& weights)
{
    const torch::Tensor weighted = targets * weights;
    // a batch of nothing but classes of weight 0 teaches nothing; without the bound it were 0/0
    const torch::Tensor total = weighted.sum().clamp_min(std::numeric_limits<float>::min());
    return -(weighted * torch::log_softmax(prediction, 1)).sum() / total;
}

/// The same loss by the name that it has of segments.
std::string withoutTurns(const std::string& loss)
{
    const std::size_t ending = loss.find(kLossOfTurns);
    return loss.substr(0, ending);
}

/// Weights that the loss would not look at were meant for another one.
void refuseStrangeWeights(const TrainingSettings& settings, const std::string& loss, Task task)
{
    const auto refuseIf = [&](bool isStrange, const char* field) {
        if (isStrange)
            throw FormatError("bad_config", std::string("training.") + field,
                              "says nothing to the loss " + loss + " of the task " + engine::name(task));
    };
    refuseIf(loss != "cross_entropy" && (settings.areClassesBalanced || !settings.classWeights.empty()),
             "class_weights");
    refuseIf(loss != "bce" && (settings.arePositivesBalanced || !settings.positiveWeights.empty()),
             "pos_weight");
    refuseIf(loss == "cross_entropy" && !settings.labelWeights.empty(), "label_weights");
}

}

torch::Tensor targetsOf(MatrixView truths, const std::vector<LabelCard>& labels, Task task)
{
    requireSameLength("columns of true labels", truths.columns, labels.size());
    torch::Tensor targets
        = torch::empty({static_cast<std::int64_t>(truths.rows), static_cast<std::int64_t>(truths.columns)});
    float* value = targets.data_ptr<float>();
    for (std::size_t i = 0; i < truths.rows; ++i) {
        for (std::size_t output = 0; output < truths.columns; ++output)
            *value++ = task == Task::Binary ? 2.0f * truths.at(i, output) - 1.0f
                                            : truths.at(i, output) - labels[output].neutral;
    }
    return targets;
}

std::string lossName(const TrainingSettings& settings, Task task)
{
    const bool hasClasses = task == Task::Classes || task == Task::ClassesAndValues;
    const std::string usual = task == Task::Binary ? "bce" : hasClasses ? "cross_entropy" : "l1";
    const std::string name = settings.loss.empty() ? usual : withoutTurns(settings.loss);
    if ((name == "cross_entropy") != hasClasses || (name == "bce") != (task == Task::Binary))
        throw FormatError("bad_config", "training.loss",
                          name + " is no loss for the task " + engine::name(task));
    refuseStrangeWeights(settings, name, task);
    return name;
}

TaskLoss taskLoss(const TrainingSettings& settings, Task task, const torch::Tensor& targets,
                  std::size_t classes)
{
    const std::string kind = lossName(settings, task);
    if (task == Task::ClassesAndValues) {
        const auto count = static_cast<std::int64_t>(classes);
        const std::int64_t values = targets.size(1) - count;
        const torch::Tensor weights = classWeights(settings, targets.narrow(1, 0, count));
        return [weights, count, values](const torch::Tensor& prediction, const torch::Tensor& truths) {
            const torch::Tensor apart = prediction.narrow(1, count, values) - truths.narrow(1, count, values);
            return crossEntropy(prediction.narrow(1, 0, count), truths.narrow(1, 0, count), weights)
                + apart.square().mean();
        };
    }
    if (kind == "cross_entropy") {
        const torch::Tensor weights = classWeights(settings, targets);
        return [weights](const torch::Tensor& prediction, const torch::Tensor& truths) {
            return crossEntropy(prediction, truths, weights);
        };
    }
    const torch::Tensor weights = labelWeights(settings, targets);
    if (kind == "bce") {
        const torch::Tensor positive = positiveWeights(settings, targets);
        return [weights, positive](const torch::Tensor& prediction, const torch::Tensor& truths) {
            return (logisticLoss(prediction, truths, positive) * weights).mean();
        };
    }
    if (kind == "mse")
        return [weights](const torch::Tensor& prediction, const torch::Tensor& truths) {
            return ((prediction - truths).square() * weights).mean();
        };
    if (kind == "huber")
        return [weights](const torch::Tensor& prediction, const torch::Tensor& truths) {
            return (torch::huber_loss(prediction, truths, torch::Reduction::None, 1.0) * weights).mean();
        };
    return [weights](const torch::Tensor& prediction, const torch::Tensor& truths) {
        return ((prediction - truths).abs() * weights).mean();
    };
}

}
