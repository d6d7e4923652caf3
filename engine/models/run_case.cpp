#include "engine/models/run_case.h"

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/models/tensor_conversion.h"
#include "engine/models/weights.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

NamedTensors inputsOf(const ModelCase& modelCase)
{
    NamedTensors inputs = toTorch(modelCase.inputs);
    for (const auto& [name, integers] : modelCase.integerInputs)
        inputs.emplace(name, torch::tensor(integers.values, torch::kInt64).reshape(integers.shape));
    return inputs;
}

constexpr std::array modalityInputs{"x_l", "x_a", "x_v"};

torch::Tensor occlusion(FusionModel& model, const NamedTensors& inputs, const torch::Tensor& prediction)
{
    const torch::NoGradGuard noGradient;
    std::vector<torch::Tensor> differences;
    for (const char* const name : modalityInputs) {
        NamedTensors occluded = inputs;
        occluded.at(name) = torch::zeros_like(inputs.at(name));
        differences.push_back(prediction - model.run(occluded, Displays::No).prediction);
    }
    return torch::stack(differences, 1);
}

torch::Tensor lossOf(FusionModel& model, const std::string& kind, const NamedTensors& inputs,
                     const FusionOutput& output)
{
    const torch::Tensor& prediction = output.prediction;
    if (kind == "l1")
        return (prediction - requiredInput(inputs, "target_y").view_as(prediction)).abs().mean();
    if (kind == "mean_square_of_pred")
        return prediction.square().mean();
    return model.caseLoss(kind, inputs, output);
}

}

CaseResult runCase(const ModelCase& modelCase)
{
    const std::shared_ptr<FusionModel> model = createModel(modelCase.config);
    loadState(*model, toTorch(modelCase.parameters), "params");
    model->eval();

    const NamedTensors inputs = inputsOf(modelCase);
    CaseResult result;
    try {
        const FusionOutput output = model->run(inputs, Displays::Yes);
        result.outputs = toPlain(output.outputs);
        result.outputs.emplace("pred", toPlain(output.prediction));
        if (std::ranges::all_of(modalityInputs, [&](const char* name) { return inputs.contains(name); }))
            result.outputs.emplace("occlusion_input", toPlain(occlusion(*model, inputs, output.prediction)));
        if (modelCase.lossKind.empty())
            return result;
        const torch::Tensor loss = lossOf(*model, modelCase.lossKind, inputs, output);
        result.loss = loss.item<float>();
        loss.backward();
    } catch (const c10::Error& error) {
        throw ShapeError("bad_inputs",
                         std::string("The inputs do not fit the model: ") + error.what_without_backtrace());
    }
    for (const auto& parameter : model->named_parameters()) {
        if (parameter.value().grad().defined())
            result.gradients.emplace(parameter.key(), toPlain(parameter.value().grad()));
    }
    return result;
}

}
