#include "engine/models/layers/late_fusion.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

LateFusionOptions LateFusionOptions::read(HyperParameters& parameters)
{
    LateFusionOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.outputs = parameters.has("n") ? parameters.size("n") : parameters.size("out_dim", 1);
    options.modalities = modalityLetters(parameters.any("modalities"));
    return options;
}

nlohmann::json LateFusionOptions::training()
{
    return {{"lr", 5e-4}, {"batch", 32}, {"clip", 2.0}, {"epochs", 60}, {"patience", 8}};
}

LateFusion::LateFusion(std::string letters, const std::vector<std::int64_t>& widths, std::int64_t outputs)
    : m_letters(std::move(letters))
    , m_fusion(widths.size())
{
    const auto affines = register_module("affines", std::make_shared<torch::nn::Module>());
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const std::int64_t middle = std::max<std::int64_t>(1, widths[i] / 2);
        m_affines.emplace_back(torch::nn::Linear(widths[i], middle), torch::nn::ReLU(),
                               torch::nn::Linear(middle, outputs));
        affines->register_module(std::string(1, m_letters[i]), m_affines.back());
    }
    if (m_fusion->weights)
        register_module("weighted_fusion", m_fusion->weights);
}

FusionOutput LateFusion::run(const NamedTensors& inputs, Displays displays)
{
    std::vector<torch::Tensor> logits;
    FusionOutput output;
    for (std::size_t i = 0; i < m_letters.size(); ++i) {
        const Modality modality = modalityOf(m_letters[i]);
        const torch::Tensor& x = requiredInput(inputs, modalityInputs[static_cast<std::size_t>(modality)]);
        torch::Tensor lengths = lengthsOf(inputs, modality);
        if (!lengths.defined())
            lengths = torch::full({x.size(0)}, x.size(1), torch::kInt64);
        logits.push_back(m_affines[i]->forward(vectorOf(i, x, lengths)));
        output.outputs["logits_" + std::string(1, m_letters[i])] = logits.back();
    }
    output.prediction = m_fusion(logits);
    if (displays == Displays::Yes)
        output.outputs["modality_logits"] = torch::stack(logits, 1);
    return output;
}

std::vector<DisplayCard> LateFusion::displays() const
{
    return {modalityLogitsCard(m_letters)};
}

torch::Tensor LateFusion::caseLoss(const std::string& kind, const NamedTensors& inputs,
                                   const FusionOutput& output)
{
    return kind == "bce_with_logits" ? labelledLogisticLoss(output.prediction, inputs)
                                     : FusionModel::caseLoss(kind, inputs, output);
}

}
