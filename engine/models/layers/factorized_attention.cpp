#include "engine/models/layers/factorized_attention.h"

#include "engine/models/blocks/head_products.h"
#include "engine/models/blocks/linear_rows.h"

#include <cmath>

namespace engine {

const std::array<std::vector<std::size_t>, factorCount> factorModalities{
    {{0}, {1}, {2}, {0, 1}, {0, 2}, {1, 2}, {0, 1, 2}}};

const std::array<const char*, factorCount> factorNames{"l", "a", "v", "l_a", "l_v", "a_v", "l_a_v"};

namespace {

constexpr std::size_t slicesPerModality = 4; // every modality is in four of the seven factors

std::vector<torch::Tensor> byModality(const torch::Tensor& x, const ModalitySizes& widths)
{
    return x.split_with_sizes(widths.all(), 2);
}

/// The columns of a factor's modalities, of a tensor that was split by modality.
torch::Tensor columnsOf(const std::vector<torch::Tensor>& modalities, std::size_t factor)
{
    std::vector<torch::Tensor> columns;
    for (const std::size_t modality : factorModalities[factor])
        columns.push_back(modalities[modality]);
    return columns.size() == 1 ? columns.front() : torch::cat(columns, 2);
}

}

DeviationNormImpl::DeviationNormImpl(std::int64_t width)
    : alpha(register_parameter("alpha", torch::ones({width})))
    , bias(register_parameter("bias", torch::zeros({width})))
{
}

torch::Tensor DeviationNormImpl::forward(const torch::Tensor& x)
{
    const auto [deviation, mean]
        = torch::std_mean(x, torch::IntArrayRef{-1}, /*unbiased=*/true, /*keepdim=*/true);
    return torch::addcmul(bias, alpha, (x - mean) / (deviation + 1e-6));
}

WideHeadsImpl::WideHeadsImpl(std::int64_t heads, std::int64_t width, bool isChained) : chained(isChained)
{
    const auto linear = [&](const std::string& name, std::int64_t head) {
        return register_module(name + std::to_string(head), torch::nn::Linear(width, width));
    };
    for (std::int64_t head = 0; head < heads; ++head) {
        keys.push_back(linear("k_linear", head));
        queries.push_back(linear("q_linear", head));
        values.push_back(linear("v_linear", head));
        outs.push_back(linear("out", head));
    }
}

WideHeadsImpl::Result WideHeadsImpl::forward(const torch::Tensor& x, const torch::Tensor& mask)
{
    const std::int64_t heads = static_cast<std::int64_t>(outs.size()), steps = x.size(1);
    const auto [q, k, v] = project(x); // H · B × T × D
    torch::Tensor scores = blocks::headScores(q, k, 1, 1.0 / std::sqrt(static_cast<double>(x.size(2))));
    scores = scores.view({heads, -1, steps, steps});
    if (mask.defined())
        scores = scores.masked_fill(mask, -1e9);
    const torch::Tensor weights = torch::softmax(scores, -1);
    const std::vector<torch::Tensor> attended
        = blocks::headValues(weights.view({-1, 1, steps, steps}), v).chunk(heads);
    Result result{{}, weights.transpose(0, 1)};
    for (std::size_t head = 0; head < outs.size(); ++head)
        result.values.push_back(blocks::linearRows(attended[head], outs[head]));
    return result;
}

/// Queries, keys and values of all heads, H · B × T × D each; what has the same input in one product.
std::array<torch::Tensor, 3> WideHeadsImpl::project(const torch::Tensor& x)
{
    const std::array<std::vector<torch::nn::Linear>*, 3> kinds{&queries, &keys, &values};
    const std::size_t packed = chained ? 1 : outs.size();
    std::vector<torch::Tensor> weights, biases;
    for (std::vector<torch::nn::Linear>* const kind : kinds) {
        for (std::size_t head = 0; head < packed; ++head) {
            weights.push_back((*kind)[head]->weight);
            biases.push_back((*kind)[head]->bias);
        }
    }
    const std::vector<torch::Tensor> first = blocks::linearRows(x, torch::cat(weights), torch::cat(biases))
                                                 .chunk(static_cast<std::int64_t>(weights.size()), 2);
    std::array<torch::Tensor, 3> projected;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        std::vector<torch::Tensor> heads(first.begin() + static_cast<std::ptrdiff_t>(kind * packed),
                                         first.begin() + static_cast<std::ptrdiff_t>((kind + 1) * packed));
        for (std::size_t head = heads.size(); head < outs.size(); ++head)
            heads.push_back(blocks::linearRows(heads.back(), (*kinds[kind])[head]));
        projected[kind] = heads.size() == 1 ? heads.front() : torch::cat(heads);
    }
    return projected;
}

FactorizedLayerImpl::FactorizedLayerImpl(const ModalitySizes& widths, std::int64_t heads,
                                         const std::vector<std::int64_t>& summaries, std::int64_t hidden,
                                         double dropout, bool chained)
    : m_widths(widths)
    , m_heads(heads)
    , m_summaries(summaries.size() + 1)
    , m_norm1(register_module("norm1", DeviationNorm(total(widths))))
    , m_norm2(register_module("norm2", DeviationNorm(total(widths))))
    , m_linear1(total(widths), hidden)
    , m_linear2(hidden, total(widths))
    , m_dropout(register_module("dropout", torch::nn::Dropout(dropout)))
{
    for (std::size_t factor = 0; factor < factorCount; ++factor) {
        std::int64_t width = 0;
        for (const std::size_t modality : factorModalities[factor])
            width += widths[modality];
        m_attention.push_back(
            register_module(std::string("attn_") + factorNames[factor], WideHeads(heads, width, chained)));
    }
    for (const char* const letter : {"l", "a", "v"}) {
        for (std::int64_t head = 0; head < heads; ++head) {
            const std::string name = std::string("conv_") + letter;
            std::int64_t inputs = slicesPerModality;
            for (std::size_t i = 0; i < summaries.size(); ++i) {
                m_summaries[i].push_back(
                    register_module(name + "_head_" + std::to_string(head) + '_' + std::to_string(i),
                                    torch::nn::Linear(inputs, summaries[i])));
                inputs = summaries[i];
            }
            m_summaries.back().push_back(
                register_module(name + "_out_" + std::to_string(head), torch::nn::Linear(inputs, 1)));
        }
    }
    const auto feedForward = std::make_shared<torch::nn::Module>();
    feedForward->register_module("linear_1", m_linear1);
    feedForward->register_module("linear_2", m_linear2);
    register_module("ff", feedForward);
}

/// A modality sums up, head by head, the four slices that its factors have for it: x + the values of all
/// heads so far. The summing layers have no activation, so that they are one linear map; and a value is
/// part of the slice of its own head and of all later ones, so that its weight is the sum of theirs.
FactorizedLayerImpl::Summary FactorizedLayerImpl::summary()
{
    torch::Tensor weights, bias; // 3H × 1 × 4 and 3H × 1 × 1
    for (auto layer = m_summaries.rbegin(); layer != m_summaries.rend(); ++layer) {
        std::vector<torch::Tensor> layerWeights, layerBiases;
        for (const torch::nn::Linear& linear : *layer) {
            layerWeights.push_back(linear->weight);
            layerBiases.push_back(linear->bias);
        }
        const torch::Tensor w = torch::stack(layerWeights), b = torch::stack(layerBiases).unsqueeze(2);
        bias = weights.defined() ? bias + torch::bmm(weights, b) : b;
        weights = weights.defined() ? torch::bmm(weights, w) : w;
    }
    weights = weights.view({3, m_heads, static_cast<std::int64_t>(slicesPerModality)});
    return {weights.flip(1).cumsum(1).flip(1).transpose(1, 2), weights.sum({1, 2}),
            bias.view({3, m_heads}).sum(1)};
}

FactorizedLayerImpl::Result FactorizedLayerImpl::forward(const FactorizedInput& input, Displays displays)
{
    const std::vector<torch::Tensor> x = byModality(input.x, m_widths),
                                     normed = byModality(m_norm1(input.x), m_widths);
    const Summary sums = summary();
    const std::vector<torch::Tensor> ofInputs = sums.inputs.unbind(), biases = sums.bias.unbind();
    std::vector<torch::Tensor> heard;
    for (std::size_t modality = 0; modality < x.size(); ++modality)
        heard.push_back(torch::addcmul(biases[modality], ofInputs[modality], x[modality]));

    Result result;
    std::vector<torch::Tensor> activity;
    std::array<std::int64_t, 3> slices{};
    for (std::size_t factor = 0; factor < factorCount; ++factor) {
        const std::vector<std::size_t>& modalities = factorModalities[factor];
        std::vector<torch::Tensor> weights; // per modality D_m × H
        std::vector<std::int64_t> widths;
        for (const std::size_t modality : modalities) {
            widths.push_back(m_widths[modality]);
            weights.push_back(sums.weights[static_cast<std::int64_t>(modality)][slices[modality]++].expand(
                {widths.back(), -1}));
        }
        const std::vector<torch::Tensor> perHead = torch::cat(weights).unbind(1);
        const WideHeadsImpl::Result attended
            = m_attention[factor](columnsOf(normed, factor), input.masks[factor]);
        torch::Tensor contribution;
        for (std::size_t head = 0; head < perHead.size(); ++head) {
            const torch::Tensor values = m_dropout(attended.values[head]);
            contribution = contribution.defined() ? torch::addcmul(contribution, values, perHead[head])
                                                  : values * perHead[head];
        }
        const std::vector<torch::Tensor> parts = contribution.split_with_sizes(widths, 2);
        for (std::size_t i = 0; i < modalities.size(); ++i)
            heard[modalities[i]] = heard[modalities[i]] + parts[i];
        if (displays == Displays::Yes) {
            result.weights[factor] = attended.weights.detach();
            activity.push_back(contribution.detach().norm(2, 2));
        }
    }
    const double dropout = m_dropout->is_training() ? m_dropout->options.p() : 0.0;
    const torch::Tensor refined
        = blocks::twoLayerRows(m_norm2(torch::cat(heard, 2)), m_linear1, m_linear2, dropout);
    result.x = input.x + m_dropout(refined);
    if (displays == Displays::Yes)
        result.activity = torch::stack(activity, 2);
    return result;
}

}
