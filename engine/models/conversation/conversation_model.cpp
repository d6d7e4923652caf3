#include "engine/models/conversation/conversation_model.h"

#include "engine/core/error.h"
#include "engine/models/conversation/turn_loss.h"
#include "engine/models/layers/padding.h"

namespace engine {

NamedTensors ConversationModel::inputsFrom(const ModalityBatch& batch) const
{
    NamedTensors inputs = FusionModel::inputsFrom(batch);
    const std::int64_t turns = batch.text.size(1);
    for (const auto& [name, tensor] : batch.extras)
        inputs.emplace(name,
                       tensor.dim() > 1 && tensor.size(1) > turns ? tensor.narrow(1, 0, turns) : tensor);
    return inputs;
}

torch::Tensor ConversationModel::caseLoss(const std::string& kind, const NamedTensors& inputs,
                                          const FusionOutput& output)
{
    return caseLossOfTurns(kind, inputs, output);
}

ModalitySizes turnSizes(HyperParameters& parameters)
{
    const auto size = [&](const char* name) -> std::int64_t {
        constexpr double largest = 1e6;
        if (!parameters.has(name))
            return parameters.size(name); // which says that it is missing
        return static_cast<std::int64_t>(parameters.number(name, 0.0, largest, 0.0));
    };
    const ModalitySizes sizes{size("d_l"), size("d_a"), size("d_v")};
    if (total(sizes) == 0)
        throw FormatError("bad_hyper_parameter", "hyper-parameters \"d_l\", \"d_a\", \"d_v\"",
                          "are all 0, expected features of a turn");
    return sizes;
}

torch::Tensor joinedTurns(const NamedTensors& inputs, const ModalitySizes& sizes)
{
    std::vector<torch::Tensor> read;
    for (const Modality modality : allModalities) {
        const auto index = static_cast<std::size_t>(modality);
        if (sizes[index] > 0)
            read.push_back(requiredInput(inputs, modalityInputs[index]));
    }
    return torch::cat(read, -1);
}

torch::Tensor validTurns(const torch::Tensor& x, const torch::Tensor& lengths)
{
    if (lengths.defined())
        return validSteps(lengths, x.size(1));
    return torch::ones({x.size(0), x.size(1)}, x.options().dtype(torch::kBool));
}

ConversationModel* asConversationModel(FusionModel& model)
{
    return dynamic_cast<ConversationModel*>(&model);
}

const ConversationModel* asConversationModel(const FusionModel& model)
{
    return dynamic_cast<const ConversationModel*>(&model);
}

void refuseConversations(const FusionModel& model, const std::string& name)
{
    if (asConversationModel(model))
        throw FormatError(
            "whole_conversations", name,
            "is a model of whole conversations, and this asks about single segments; the commands "
            "train, evaluate, predict and explain --displays take it");
}

}
