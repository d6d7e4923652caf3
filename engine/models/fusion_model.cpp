#include "engine/models/fusion_model.h"

#include "engine/core/error.h"
#include "engine/core/segment_input.h"

#include <fmt/format.h>

namespace engine {

namespace {

/// Zeros, the mean after normalisation, where a segment lacks the modality.
torch::Tensor orMean(const torch::Tensor& features, const torch::Tensor& present, Modality modality)
{
    return features
        * present.select(1, static_cast<std::int64_t>(modality)).view({-1, 1, 1}).to(features.dtype());
}

}

NamedTensors FusionModel::inputsFrom(const ModalityBatch& batch) const
{
    return {{"x_l", batch.text}, {"x_a", batch.acoustic}, {"x_v", batch.visual}, {"lengths", batch.lengths}};
}

NamedTensors FusionModel::inputsOf(const ModalityBatch& batch) const
{
    if (!batch.present.defined())
        return inputsFrom(batch);
    return inputsFrom({orMean(batch.text, batch.present, Modality::Text),
                       orMean(batch.acoustic, batch.present, Modality::Acoustic),
                       orMean(batch.visual, batch.present, Modality::Visual),
                       batch.lengths,
                       {}});
}

FusionOutput FusionModel::forward(const ModalityBatch& batch, Displays displays)
{
    return run(inputsOf(batch), displays);
}

std::unique_ptr<LiveRun> FusionModel::live()
{
    return nullptr;
}

std::vector<DisplayCard> FusionModel::displays() const
{
    return {};
}

torch::Tensor FusionModel::objective(const TrainingStep& step)
{
    return step.task(forward(step.batch).prediction, step.truths);
}

NamedTensors FusionModel::trainingState() const
{
    return {};
}

void FusionModel::setTrainingState(const NamedTensors& /*state*/) { }

torch::Tensor FusionModel::caseLoss(const std::string& kind, const NamedTensors& /*inputs*/,
                                    const FusionOutput& /*output*/)
{
    throw FormatError("unknown_loss", "loss \"" + kind + '"', "is none that this model has");
}

bool FusionModel::isFactor(const std::string& /*parameter*/) const
{
    return false;
}

const torch::Tensor& requiredInput(const NamedTensors& inputs, const std::string& name)
{
    const auto found = inputs.find(name);
    if (found == inputs.end())
        throw FormatError("missing_input", "inputs/" + name, "the model needs this input");
    return found->second;
}

torch::Tensor lengthsOf(const NamedTensors& inputs, const torch::Tensor& x, const std::string& name)
{
    torch::Tensor lengths = optionalInput(inputs, name);
    if (!lengths.defined())
        return lengths;
    const bool isPerRow = lengths.dim() == 1 && lengths.size(0) == x.size(0) && !lengths.is_floating_point();
    if (!isPerRow || (lengths < 1).any().item<bool>() || (lengths > x.size(1)).any().item<bool>())
        throw ShapeError("bad_inputs",
                         fmt::format("inputs/{}: expected {} whole numbers of 1 to {}, one per segment.",
                                     name, x.size(0), x.size(1)));
    return lengths.to(torch::kInt64);
}

torch::Tensor lengthsOfAll(const NamedTensors& inputs)
{
    torch::Tensor shortest = requiredInput(inputs, "x_l");
    for (const char* const name : {"x_a", "x_v"}) {
        if (requiredInput(inputs, name).size(1) < shortest.size(1))
            shortest = inputs.at(name);
    }
    return lengthsOf(inputs, shortest);
}

torch::Tensor optionalInput(const NamedTensors& inputs, const std::string& name)
{
    const auto found = inputs.find(name);
    return found == inputs.end() ? torch::Tensor() : found->second;
}

}
