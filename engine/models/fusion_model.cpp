#include "engine/models/fusion_model.h"

#include "engine/core/error.h"

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

torch::Tensor& ModalityBatch::of(Modality modality)
{
    return modality == Modality::Text ? text : modality == Modality::Acoustic ? acoustic : visual;
}

const torch::Tensor& ModalityBatch::of(Modality modality) const
{
    return const_cast<ModalityBatch*>(this)->of(modality);
}

const torch::Tensor& ModalityBatch::lengthsOf(Modality modality) const
{
    const torch::Tensor& own = modality == Modality::Acoustic ? acousticLengths
        : modality == Modality::Visual                        ? visualLengths
                                                              : lengths;
    return own.defined() ? own : lengths;
}

bool FusionModel::takesUnaligned() const
{
    return false;
}

bool FusionModel::hidesModalities() const
{
    return false;
}

NamedTensors FusionModel::inputsFrom(const ModalityBatch& batch) const
{
    NamedTensors inputs{{"x_l", batch.text}, {"x_a", batch.acoustic}, {"x_v", batch.visual}};
    if (batch.isAligned())
        inputs.emplace("lengths", batch.lengths);
    for (std::size_t i = 0; i < allModalities.size() && !batch.isAligned(); ++i)
        inputs.emplace(lengthInputs[i], batch.lengthsOf(allModalities[i]));
    if (batch.hidden.defined())
        inputs.emplace("hidden", batch.hidden);
    return inputs;
}

NamedTensors FusionModel::inputsOf(const ModalityBatch& batch) const
{
    if (!batch.isAligned() && !takesUnaligned())
        throw ShapeError("unaligned", "The model fuses word by word, but the modalities are not aligned.");
    if (!batch.present.defined())
        return inputsFrom(batch);
    ModalityBatch filled = batch;
    filled.text = orMean(batch.text, batch.present, Modality::Text);
    filled.acoustic = orMean(batch.acoustic, batch.present, Modality::Acoustic);
    filled.visual = orMean(batch.visual, batch.present, Modality::Visual);
    filled.present = torch::Tensor();
    return inputsFrom(filled);
}

torch::Tensor withValues(const FusionOutput& output)
{
    const auto values = output.outputs.find(kValuesOutput);
    return values == output.outputs.end() ? output.prediction
                                          : torch::cat({output.prediction, values->second}, 1);
}

FusionOutput FusionModel::forward(const ModalityBatch& batch, Displays displays)
{
    FusionOutput output = run(inputsOf(batch), displays);
    output.prediction = withValues(output);
    return output;
}

bool FusionModel::giveLogits()
{
    return false;
}

bool FusionModel::rememberItems(std::size_t /*most*/)
{
    return false;
}

std::unique_ptr<LiveRun> FusionModel::live()
{
    return nullptr;
}

std::vector<DisplayCard> FusionModel::displays() const
{
    return {};
}

std::vector<SidePrediction> FusionModel::sides() const
{
    return {};
}

void FusionModel::showInUnits(NamedTensors& /*outputs*/, const Normalisation& /*scales*/) const { }

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

NamedTensors FusionModel::caseOutputs(const NamedTensors& /*inputs*/, const FusionOutput& /*output*/)
{
    return {};
}

bool FusionModel::isFactor(const std::string& /*parameter*/) const
{
    return false;
}

bool FusionModel::isDecayed(const std::string& /*name*/, const torch::Tensor& parameter) const
{
    return parameter.dim() > 1;
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

torch::Tensor lengthsOf(const NamedTensors& inputs, Modality modality)
{
    const auto index = static_cast<std::size_t>(modality);
    const char* const own = lengthInputs[index];
    return lengthsOf(inputs, requiredInput(inputs, modalityInputs[index]),
                     inputs.contains(own) ? own : "lengths");
}

torch::Tensor optionalInput(const NamedTensors& inputs, const std::string& name)
{
    const auto found = inputs.find(name);
    return found == inputs.end() ? torch::Tensor() : found->second;
}

}
