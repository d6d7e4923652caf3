#include "engine/models/layers/translation_loss.h"

#include "engine/models/layers/padding.h"

namespace engine {

torch::Tensor sequenceError(const torch::Tensor& output, const torch::Tensor& target,
                            const torch::Tensor& lengths)
{
    const torch::Tensor squares = (output - target).square();
    if (!lengths.defined())
        return squares.mean();
    const torch::Tensor valid = validSteps(lengths, output.size(1)).to(output.dtype()).unsqueeze(2);
    return (squares * valid).sum() / (valid.sum() * output.size(2)).clamp_min(1.0);
}

torch::Tensor tokenLoss(const torch::Tensor& logits, const torch::Tensor& ids, std::int64_t pad)
{
    const torch::Tensor flat = ids.flatten();
    if (pad >= 0 && (flat == pad).all().item<bool>())
        return logits.sum() * 0.0;
    namespace F = torch::nn::functional;
    return F::cross_entropy(logits.flatten(0, 1), flat, F::CrossEntropyFuncOptions().ignore_index(pad));
}

}
