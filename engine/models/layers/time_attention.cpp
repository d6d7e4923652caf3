#include "engine/models/layers/time_attention.h"

#include "engine/models/layers/padding.h"

#include <limits>

namespace engine {

torch::Tensor softmaxOverTime(torch::Tensor scores, const torch::Tensor& lengths)
{
    const std::int64_t axis = scores.dim() - 1;
    if (lengths.defined()) {
        torch::Tensor padding = ~validSteps(lengths, scores.size(axis));
        if (axis == 2)
            padding = padding.unsqueeze(1);
        scores = scores.masked_fill(padding, -std::numeric_limits<double>::infinity());
    }
    return torch::softmax(scores, axis);
}

TimeAttended attendOverTime(torch::nn::Linear& score, const torch::Tensor& states,
                            const torch::Tensor& lengths)
{
    const torch::Tensor weights = softmaxOverTime(score(states).squeeze(2), lengths);
    return {(states * weights.unsqueeze(2)).sum(1), weights};
}

}
