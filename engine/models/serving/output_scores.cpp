#include "engine/models/serving/output_scores.h"

#include <algorithm>

namespace engine {

namespace {

torch::Tensor neutralOf(const ModelCard& card)
{
    std::vector<float> neutral;
    for (const LabelCard& label : card.labels)
        neutral.push_back(label.neutral);
    return torch::tensor(neutral);
}

}

torch::Tensor scoresOf(const torch::Tensor& outputs, const ModelCard& card)
{
    if (card.task == "binary")
        return torch::sigmoid(outputs);
    if (card.task == "classes")
        return torch::softmax(outputs, 1);
    if (card.task == "classes_and_values") {
        const auto classes = static_cast<std::int64_t>(leadingClasses(card.labels));
        const torch::Tensor neutral = neutralOf(card).to(outputs.options());
        return torch::cat({torch::softmax(outputs.narrow(1, 0, classes), 1),
                           (outputs + neutral).narrow(1, classes, outputs.size(1) - classes)},
                          1);
    }
    if (std::ranges::all_of(card.labels, [](const LabelCard& label) { return label.neutral == 0.0f; }))
        return outputs;
    return outputs + neutralOf(card).to(outputs.options());
}

}
