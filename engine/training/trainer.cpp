#include "engine/training/trainer.h"

#include "engine/core/error.h"
#include "engine/models/batch.h"
#include "engine/models/flat_adam.h"
#include "engine/models/weights.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace engine {

namespace {

/// The segments with these indices, and their labels B × O.
struct LabelledBatch {
    ModalityBatch inputs;
    torch::Tensor labels;
};

LabelledBatch batchOf(const TrainingData& data, std::span<const std::size_t> indices)
{
    std::vector<std::reference_wrapper<const SegmentInput>> inputs;
    std::vector<torch::Tensor> labels;
    for (const std::size_t index : indices) {
        inputs.emplace_back(data.inputs[index]);
        labels.push_back(torch::tensor(data.labels[index]));
    }
    return {makeBatch(inputs), torch::stack(labels)};
}

std::vector<std::size_t> allOf(const TrainingData& data)
{
    std::vector<std::size_t> indices(data.inputs.size());
    std::iota(indices.begin(), indices.end(), std::size_t(0));
    return indices;
}

/// The weight of each label, 1 on average, so that losses with and without weights compare.
///
/// @throws ShapeError when there is not one for each label.
torch::Tensor labelWeights(const TrainingSettings& settings, std::size_t labels)
{
    if (settings.labelWeights.empty())
        return torch::ones({static_cast<std::int64_t>(labels)});
    if (settings.labelWeights.size() != labels)
        throw ShapeError("wrong_labels", "There must be as many label weights as labels.");
    const torch::Tensor weights = torch::tensor(settings.labelWeights).to(torch::kFloat32);
    return weights / weights.mean();
}

torch::Tensor absoluteError(const torch::Tensor& prediction, const torch::Tensor& labels,
                            const torch::Tensor& weights)
{
    return ((prediction - labels).abs() * weights).mean();
}

NamedTensors copyOfState(const FusionModel& model)
{
    NamedTensors copy;
    for (const auto& [name, tensor] : stateOf(model))
        copy.emplace(name, tensor.detach().clone());
    return copy;
}

/// One pass over the training segments in random order. @return the mean loss per segment.
double trainEpoch(FusionModel& model, FlatAdam& optimiser, const TrainingData& data,
                  const torch::Tensor& weights, const TrainingSettings& settings, std::mt19937_64& random,
                  const std::stop_token& stop)
{
    model.train();
    std::vector<std::size_t> order = allOf(data);
    std::ranges::shuffle(order, random);
    double sum = 0.0;
    for (const auto& [first, last] : batchBounds(order.size(), static_cast<std::size_t>(settings.batch))) {
        if (stop.stop_requested())
            throw Cancelled();
        const LabelledBatch batch = batchOf(data, std::span(order).subspan(first, last - first));
        const torch::Tensor loss
            = absoluteError(model.forward(batch.inputs).prediction, batch.labels, weights);
        loss.backward();
        optimiser.step();
        sum += loss.item<double>() * static_cast<double>(last - first);
    }
    return sum / static_cast<double>(order.size());
}

double validationLoss(FusionModel& model, const LabelledBatch& batch, const torch::Tensor& weights)
{
    model.eval();
    const torch::NoGradGuard noGradient;
    return absoluteError(model.forward(batch.inputs).prediction, batch.labels, weights).item<double>();
}

}

std::vector<std::pair<std::size_t, std::size_t>> batchBounds(std::size_t count, std::size_t size)
{
    std::vector<std::pair<std::size_t, std::size_t>> bounds;
    for (std::size_t first = 0; first < count; first += size)
        bounds.emplace_back(first, std::min(first + size, count));
    if (bounds.size() > 1 && bounds.back().second - bounds.back().first == 1) {
        bounds.pop_back();
        bounds.back().second = count;
    }
    return bounds;
}

TrainingHistory train(FusionModel& model, const TrainingData& training, const TrainingData& validation,
                      const TrainingSettings& settings, const RunContext& run)
{
    if (training.inputs.size() < 2 || validation.inputs.empty())
        throw ShapeError("too_few_segments",
                         "Training needs two labelled segments to learn from and one to validate with.");
    const torch::Tensor weights = labelWeights(settings, training.labels.front().size());
    torch::manual_seed(settings.seed);
    std::mt19937_64 random(settings.seed);
    FlatAdam optimiser(
        model, {settings.learningRate, settings.factorLearningRate, settings.weightDecay, settings.clipNorm});
    const LabelledBatch validationBatch = batchOf(validation, allOf(validation));

    TrainingHistory history;
    NamedTensors best;
    const auto epochs = static_cast<std::size_t>(settings.epochs);
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        run.tick(epoch, epochs);
        history.trainingLoss.push_back(
            trainEpoch(model, optimiser, training, weights, settings, random, run.stop));
        history.validationLoss.push_back(validationLoss(model, validationBatch, weights));
        if (epoch == 0 || history.validationLoss.back() < history.validationLoss[history.bestEpoch]) {
            history.bestEpoch = epoch;
            best = copyOfState(model);
        } else if (epoch - history.bestEpoch >= static_cast<std::size_t>(settings.patience)) {
            break;
        }
    }
    loadState(model, best, "best epoch");
    model.eval();
    return history;
}

}
