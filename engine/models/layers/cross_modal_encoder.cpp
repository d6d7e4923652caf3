#include "engine/models/layers/cross_modal_encoder.h"

#include "engine/models/blocks/linear_rows.h"
#include "engine/models/layers/padding.h"

#include <cmath>

namespace engine {

namespace {

torch::nn::Linear xavierLinear(std::int64_t inputs, std::int64_t outputs)
{
    torch::nn::Linear linear(inputs, outputs);
    torch::nn::init::xavier_uniform_(linear->weight);
    torch::nn::init::zeros_(linear->bias);
    return linear;
}

torch::nn::LayerNorm normOver(std::int64_t width)
{
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}));
}

torch::Tensor stacked(const std::vector<torch::Tensor>& weights)
{
    return weights.front().defined() ? torch::stack(weights, 1) : torch::Tensor();
}

}

CrossModalLayerImpl::CrossModalLayerImpl(std::int64_t width, std::int64_t heads, const EncoderDropouts& rates)
    : dropouts(rates)
    , attention(register_module("self_attn", MultiHeadAttention(width, heads, rates.attention)))
    , fc1(register_module("fc1", xavierLinear(width, 4 * width)))
    , fc2(register_module("fc2", xavierLinear(4 * width, width)))
    , attentionNorm(normOver(width))
    , linearNorm(normOver(width))
{
    torch::nn::ModuleList norms;
    norms->push_back(attentionNorm);
    norms->push_back(linearNorm);
    register_module("layer_norms", norms);
}

Attended CrossModalLayerImpl::forward(const torch::Tensor& x, const torch::Tensor& source,
                                      const torch::Tensor& mask, Displays displays)
{
    const torch::Tensor query = attentionNorm(x);
    const Attended attended
        = attention(query, source.is_same(x) ? query : attentionNorm(source), mask, displays);
    const torch::Tensor y = x + torch::dropout(attended.values, dropouts.residual, is_training());
    const torch::Tensor refined
        = blocks::twoLayerRows(linearNorm(y), fc1, fc2, is_training() ? dropouts.relu : 0.0);
    return {y + torch::dropout(refined, dropouts.residual, is_training()), attended.weights};
}

CrossModalEncoderImpl::CrossModalEncoderImpl(std::int64_t width, std::int64_t heads, std::int64_t layerCount,
                                             const EncoderDropouts& dropouts)
    : embeddingDropout(dropouts.embedding)
    , norm(register_module("layer_norm", normOver(width)))
{
    torch::nn::ModuleList list;
    for (std::int64_t i = 0; i < layerCount; ++i) {
        layers.emplace_back(width, heads, dropouts);
        list->push_back(layers.back());
    }
    register_module("layers", list);
}

Attended CrossModalEncoderImpl::forward(const torch::Tensor& x, const torch::Tensor& source,
                                        const torch::Tensor& mask, Displays displays)
{
    torch::Tensor y = x;
    std::vector<torch::Tensor> weights;
    for (CrossModalLayer& layer : layers) {
        const Attended attended = layer(y, source, mask, displays);
        y = attended.values;
        weights.push_back(attended.weights);
    }
    return {norm(y), stacked(weights)};
}

Attended CrossModalEncoderImpl::lastStep(const torch::Tensor& x, const torch::Tensor& lengths,
                                         const torch::Tensor& mask, const torch::Tensor& lastMask,
                                         Displays displays)
{
    torch::Tensor y = x;
    std::vector<torch::Tensor> weights;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        // No step of the last layer but the wanted one is looked at, unless the weights are to be shown.
        const bool onlyLast = i + 1 == layers.size() && displays == Displays::No;
        const Attended attended = onlyLast
            ? layers[i](lastValid(y, lengths).unsqueeze(1), y, lastMask, displays)
            : layers[i](y, y, mask, displays);
        y = attended.values;
        weights.push_back(attended.weights);
    }
    const torch::Tensor last = displays == Displays::No ? y.squeeze(1) : lastValid(y, lengths);
    return {norm(last), stacked(weights)};
}

torch::Tensor CrossModalEncoderImpl::dropped(const torch::Tensor& embedded) const
{
    return torch::dropout(embedded, embeddingDropout, is_training());
}

torch::Tensor embed(const torch::Tensor& x, PositionTable& positions)
{
    const torch::Tensor isStep = x.narrow(2, 0, 1).ne(0).to(x.dtype());
    return torch::addcmul(std::sqrt(static_cast<double>(x.size(2))) * x, positions.forInput(x), isStep);
}

}
