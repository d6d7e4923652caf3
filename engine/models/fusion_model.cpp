#include "engine/models/fusion_model.h"

#include "engine/core/error.h"

namespace engine {

FusionOutput FusionModel::forward(const ModalityBatch& batch)
{
    return run(
        {{"x_l", batch.text}, {"x_a", batch.acoustic}, {"x_v", batch.visual}, {"lengths", batch.lengths}});
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

torch::Tensor optionalInput(const NamedTensors& inputs, const std::string& name)
{
    const auto found = inputs.find(name);
    return found == inputs.end() ? torch::Tensor() : found->second;
}

}
