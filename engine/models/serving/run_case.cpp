#include "engine/models/serving/run_case.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/models/conversation/conversation_model.h"
#include "engine/models/flat_optimiser.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/models/networks/e2e.h"
#include "engine/models/networks/recorded_parts.h"
#include "engine/models/tensor_conversion.h"
#include "engine/models/weights.h"

#include <algorithm>

namespace engine {

namespace {

NamedTensors inputsOf(const ModelCase& modelCase)
{
    NamedTensors inputs = toTorch(modelCase.inputs);
    for (const auto& [name, integers] : modelCase.integerInputs)
        inputs.emplace(name, torch::tensor(integers.values, torch::kInt64).reshape(integers.shape));
    return inputs;
}

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

/// Do all modalities say something of each word?
bool isAligned(const NamedTensors& inputs)
{
    return std::ranges::all_of(modalityInputs, [&](const char* name) {
        return inputs.at(name).dim() > 2 && inputs.at(name).size(1) == inputs.at("x_l").size(1);
    });
}

/// The first `count` words of the inputs, all of them valid.
NamedTensors prefixOf(const NamedTensors& inputs, std::int64_t count)
{
    const std::int64_t words = inputs.at("x_l").size(1);
    NamedTensors prefix;
    for (const auto& [name, tensor] : inputs) {
        if (name == "lengths" || std::ranges::find(lengthInputs, name) != lengthInputs.end())
            continue;
        const bool hasWords = tensor.dim() > 1 && tensor.size(1) == words && !name.starts_with("target");
        prefix.emplace(name, hasWords ? tensor.narrow(1, 0, count) : tensor);
    }
    return prefix;
}

/// What a live run takes of one word.
NamedTensors wordOf(const NamedTensors& inputs, std::int64_t step)
{
    NamedTensors word;
    for (const char* const name : modalityInputs)
        word.emplace(name, inputs.at(name).select(1, step));
    for (const char* const name : {"speaker", "x_n"}) { // of turns
        if (inputs.contains(name))
            word.emplace(name, inputs.at(name).select(1, step));
    }
    if (inputs.contains("present"))
        word.emplace("present", inputs.at("present"));
    return word;
}

/// The prediction after each word: live, or by running all words so far where the model needs them at once.
/// Undefined when there are no words to go by.
torch::Tensor prefixes(FusionModel& model, const NamedTensors& inputs)
{
    if (!isAligned(inputs))
        return {};
    const torch::NoGradGuard noGradient;
    const std::unique_ptr<LiveRun> live = model.live();
    std::vector<torch::Tensor> predictions;
    if (!live) {
        const bool isOfTurns = asConversationModel(model) != nullptr; // it predicts each; the last is told
        for (std::int64_t count = 1; count <= inputs.at("x_l").size(1); ++count) {
            const torch::Tensor prediction = model.run(prefixOf(inputs, count), Displays::No).prediction;
            predictions.push_back(isOfTurns ? prediction.select(1, count - 1) : prediction);
        }
        return torch::stack(predictions, 1);
    }
    for (std::int64_t step = 0; step < inputs.at("x_l").size(1); ++step)
        predictions.push_back(live->next(wordOf(inputs, step), Displays::No).prediction);
    return torch::stack(predictions, 1);
}

torch::Tensor lossOf(const std::string& kind, FusionModel& model, const FusionOutput& output,
                     const NamedTensors& inputs)
{
    const torch::Tensor& prediction = output.prediction;
    if (kind == "l1")
        return (prediction - requiredInput(inputs, "target_y").view_as(prediction)).abs().mean();
    if (kind == "mean_square_of_pred")
        return prediction.square().mean();
    return model.caseLoss(kind, inputs, output);
}

bool hasModalities(const NamedTensors& inputs)
{
    return std::ranges::all_of(modalityInputs, [&](const char* name) { return inputs.contains(name); });
}

/// What the fused form of a network says of the same inputs, and its kernels.
std::map<std::string, Tensor> fusedOutputs(const FusionModel& model, const ModelCase& modelCase,
                                           const NamedTensors& inputs)
{
    std::map<std::string, Tensor> outputs;
    const auto* const network = dynamic_cast<const E2e*>(&model);
    const NamedTensors kernels = network ? network->foldedTrunkParameters() : NamedTensors();
    if (kernels.empty())
        return outputs;
    for (const auto& [name, kernel] : kernels)
        outputs.emplace("fused." + name, toPlain(kernel));
    nlohmann::json architecture = modelCase.config;
    const FusionOutput single = fusedNetwork(model, architecture)->run(inputs, Displays::No);
    for (const auto& [name, tensor] : single.outputs)
        outputs.emplace("single." + name, toPlain(tensor));
    outputs.emplace("single.pred", toPlain(single.prediction));
    return outputs;
}

CaseResult evaluated(const ModelCase& modelCase)
{
    std::shared_ptr<FusionModel> model = recordedPart(modelCase.config);
    if (!model)
        model = createModel(modelCase.config);
    loadState(*model, toTorch(modelCase.parameters), "params");
    model->eval();
    const NamedTensors inputs = inputsOf(modelCase);
    const FusionOutput output = model->run(inputs, Displays::Yes);
    CaseResult result;
    result.outputs = toPlain(output.outputs);
    if (output.prediction.defined())
        result.outputs.emplace("pred", toPlain(output.prediction));
    result.outputs.merge(fusedOutputs(*model, modelCase, inputs));
    result.outputs.merge(toPlain(model->caseOutputs(inputs, output)));
    if (hasModalities(inputs)) {
        result.outputs.emplace("occlusion_input", toPlain(occlusion(*model, inputs, output.prediction)));
        if (const torch::Tensor prefix = prefixes(*model, inputs); prefix.defined())
            result.outputs.emplace("prefix_pred", toPlain(prefix));
    }
    if (modelCase.lossKind.empty())
        return result;
    const torch::Tensor loss = lossOf(modelCase.lossKind, *model, output, inputs);
    result.loss = loss.item<float>();
    loss.backward();
    for (const auto& parameter : model->named_parameters()) {
        if (parameter.value().grad().defined())
            result.gradients.emplace(parameter.key(), toPlain(parameter.value().grad()));
    }
    return result;
}

/// What a training case asks for, taken out of its `config`: the rest is the model's.
struct TrainingCase {
    OptimiserSettings adam;
    std::int64_t steps = 0;
    std::string loss;

    explicit TrainingCase(nlohmann::json& config)
    {
        adam.learningRate = adam.factorLearningRate = taken(config, "lr").get<double>();
        adam.weightDecay = taken(config, "weight_decay").get<double>();
        adam.clipNorm = taken(config, "clip_norm").get<double>();
        const nlohmann::json count = taken(config, "steps");
        constexpr std::int64_t most = 100'000;
        if (!count.is_number_integer() || count.get<std::int64_t>() < 1 || count.get<std::int64_t>() > most)
            throw FormatError("bad_case", "config.steps",
                              "is " + jsonText(count) + ", expected a whole number from 1 to "
                                  + std::to_string(most));
        steps = count.get<std::int64_t>();
        loss = taken(config, "loss").get<std::string>();
        if (const std::string optimiser = taken(config, "optimizer").get<std::string>(); optimiser != "adam")
            throw FormatError("bad_case", "config.optimizer", "is " + optimiser + ", expected adam");
    }

private:
    static nlohmann::json taken(nlohmann::json& config, const char* name)
    {
        if (!config.contains(name))
            throw FormatError("bad_case", std::string("config.") + name, "is missing in a training case");
        nlohmann::json value = config[name];
        config.erase(name);
        return value;
    }
};

CaseResult trained(const ModelCase& modelCase)
{
    nlohmann::json config = modelCase.config;
    const TrainingCase training(config);
    const std::shared_ptr<FusionModel> model = createModel(config);
    loadState(*model, toTorch(modelCase.parameters), "params");
    model->train();
    const NamedTensors inputs = inputsOf(modelCase);
    FlatOptimiser optimiser(*model, training.adam);
    Tensor course{{training.steps, 2}, {}};
    for (std::int64_t step = 0; step < training.steps; ++step) {
        const torch::Tensor loss = lossOf(training.loss, *model, model->run(inputs, Displays::No), inputs);
        loss.backward();
        course.values.push_back(loss.item<float>());
        course.values.push_back(static_cast<float>(optimiser.step()));
    }
    CaseResult result;
    result.outputs.emplace("loss_and_grad_norm", std::move(course));
    result.parametersAfter = toPlain(stateOf(*model));
    return result;
}

}

CaseResult runCase(const ModelCase& modelCase)
{
    try {
        return modelCase.trains ? trained(modelCase) : evaluated(modelCase);
    } catch (const nlohmann::json::exception& error) {
        throw FormatError("bad_case", "config", error.what());
    } catch (const c10::Error& error) {
        throw ShapeError("bad_inputs",
                         std::string("The inputs do not fit the model: ") + error.what_without_backtrace());
    }
}

}
