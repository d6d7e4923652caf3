#include "engine/models/serving/output_scores.h"

#include <algorithm>

namespace engine {

torch::Tensor scoresOf(const torch::Tensor& outputs, const ModelCard& card)
{
    if (card.task == "binary")
        return torch::sigmoid(outputs);
    if (card.task == "classes")
        return torch::softmax(outputs, 1);
    std::vector<float> neutral;
    for (const LabelCard& label : card.labels)
        neutral.push_back(label.neutral);
    if (std::ranges::all_of(neutral, [](float value) { return value == 0.0f; }))
        return outputs;
    return outputs + torch::tensor(neutral).to(outputs.options());
}

}
