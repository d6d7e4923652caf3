#include "engine/models/layers/attention.h"

#include "engine/models/blocks/head_products.h"
#include "engine/models/blocks/linear_rows.h"
#include "engine/models/layers/padding.h"

#include <cmath>
#include <limits>

namespace engine {

namespace {

constexpr double forbidden = -std::numeric_limits<double>::infinity();

}

MultiHeadAttentionImpl::MultiHeadAttentionImpl(std::int64_t width, std::int64_t headCount, double dropoutRate)
    : heads(headCount)
    , dropout(dropoutRate)
    , projection(register_parameter("in_proj_weight", torch::empty({3 * width, width})))
    , projectionBias(register_parameter("in_proj_bias", torch::zeros({3 * width})))
    , out(register_module("out_proj", torch::nn::Linear(width, width)))
{
    torch::nn::init::xavier_uniform_(projection);
    torch::nn::init::xavier_uniform_(out->weight);
    torch::nn::init::zeros_(out->bias);
}

Attended MultiHeadAttentionImpl::forward(const torch::Tensor& query, const torch::Tensor& source,
                                         const torch::Tensor& mask, Displays displays)
{
    const std::int64_t width = query.size(2);
    torch::Tensor q, k, v;
    if (source.is_same(query)) {
        const std::vector<torch::Tensor> parts
            = blocks::linearRows(query, projection, projectionBias).chunk(3, 2);
        q = parts[0], k = parts[1], v = parts[2];
    } else {
        const auto weights = projection.split_with_sizes({width, 2 * width});
        const auto biases = projectionBias.split_with_sizes({width, 2 * width});
        q = blocks::linearRows(query, weights[0], biases[0]);
        const std::vector<torch::Tensor> parts
            = blocks::linearRows(source, weights[1], biases[1]).chunk(2, 2);
        k = parts[0], v = parts[1];
    }
    torch::Tensor scores = blocks::headScores(
        q, k, heads, std::pow(static_cast<double>(width / heads), -0.5)); // B × H × Tq × Tk
    if (mask.defined())
        scores.add_(mask.unsqueeze(1));
    torch::Tensor weights = torch::softmax(scores, -1);
    if (mask.defined() && !torch::GradMode::is_enabled())
        weights.masked_fill_(mask.amax(-1, /*keepdim=*/true).eq(forbidden).unsqueeze(1), 0.0);
    return {blocks::linearRows(blocks::headValues(torch::dropout(weights, dropout, is_training()), v), out),
            displays == Displays::Yes ? weights.detach().mean(1) : torch::Tensor()};
}

torch::Tensor futureMask(std::int64_t queries, std::int64_t keys, const torch::TensorOptions& options)
{
    return torch::full({1, queries, keys}, forbidden, options).triu(1 + std::abs(keys - queries));
}

torch::Tensor futureMask(const torch::Tensor& queryLengths, std::int64_t queries,
                         const torch::Tensor& keyLengths, std::int64_t keys,
                         const torch::TensorOptions& options)
{
    const torch::Tensor ahead = (keyLengths - queryLengths).abs().view({-1, 1, 1});
    const torch::Tensor query = torch::arange(queries, queryLengths.options()).view({1, -1, 1});
    const torch::Tensor key = torch::arange(keys, keyLengths.options()).view({1, 1, -1});
    const torch::Tensor hidden = (key > query + ahead).logical_or(key >= keyLengths.view({-1, 1, 1}));
    return torch::zeros(hidden.sizes(), options).masked_fill_(hidden, forbidden);
}

torch::Tensor keyMask(const torch::Tensor& lengths, std::int64_t keys, const torch::TensorOptions& options)
{
    return torch::zeros({lengths.size(0), 1, keys}, options)
        .masked_fill_(~validSteps(lengths, keys).unsqueeze(1), forbidden);
}

torch::Tensor hiddenKeys(const torch::Tensor& rows, const torch::TensorOptions& options)
{
    return torch::zeros({rows.size(0)}, options).masked_fill_(rows, forbidden).view({-1, 1, 1});
}

}
