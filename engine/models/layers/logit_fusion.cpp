#include "engine/models/layers/logit_fusion.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <nlohmann/json.hpp>

namespace engine {

LogitFusionImpl::LogitFusionImpl(std::size_t modalities) : weights(nullptr)
{
    if (modalities > 1)
        weights = torch::nn::Linear(
            torch::nn::LinearOptions(static_cast<std::int64_t>(modalities), 1).bias(false));
}

torch::Tensor LogitFusionImpl::forward(const std::vector<torch::Tensor>& logits)
{
    return weights ? weights(torch::stack(logits, -1)).squeeze(-1) : logits.front();
}

std::string modalityLetters(const nlohmann::json& modalities)
{
    std::string wanted;
    if (modalities.is_null())
        return "tva";
    if (modalities.is_string())
        wanted = modalities.get<std::string>();
    for (const nlohmann::json& name : modalities.is_array() ? modalities : nlohmann::json::array())
        wanted += name == "text" ? 't' : name == "visual" ? 'v' : name == "acoustic" ? 'a' : '?';
    std::string letters;
    for (const char letter : {'t', 'v', 'a'}) {
        if (wanted.find(letter) != std::string::npos)
            letters += letter;
    }
    if (letters.empty() || letters.size() != wanted.size())
        throw FormatError("bad_hyper_parameter", "hyper-parameter \"modalities\"",
                          "is " + jsonText(modalities)
                              + ", expected letters of t, a and v, or a list of text, acoustic and visual");
    return letters;
}

Modality modalityOf(char letter)
{
    return letter == 't' ? Modality::Text : letter == 'a' ? Modality::Acoustic : Modality::Visual;
}

torch::Tensor labelledLogisticLoss(const torch::Tensor& logits, const NamedTensors& inputs)
{
    const torch::Tensor& labels = requiredInput(inputs, "labels");
    return torch::binary_cross_entropy_with_logits(logits, labels.view_as(logits), {},
                                                   optionalInput(inputs, "pos_weight"));
}

DisplayCard modalityLogitsCard(const std::string& letters)
{
    std::vector<std::string> names;
    for (const char letter : letters)
        names.emplace_back(letter == 't' ? "text" : letter == 'a' ? "acoustic" : "visual");
    return {"modality_logits",
            "Scores of each modality before they are added",
            {"modality", "output"},
            {names, {}},
            DisplayScale::Signed};
}

}
