#include "engine/models/networks/albert.h"

#include "engine/core/error.h"
#include "engine/models/blocks/head_products.h"
#include "engine/models/hyper_parameters.h"
#include "engine/models/layers/attention.h"
#include "engine/models/layers/padding.h"

#include <cmath>

namespace engine {

AlbertOptions AlbertOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    AlbertOptions options;
    options.words = parameters.size("vocab_size");
    options.embedding = parameters.size("embedding_size", options.embedding);
    options.hidden = parameters.size("hidden_size", options.hidden);
    options.heads = parameters.size("num_attention_heads", options.heads);
    options.feedForward = parameters.size("intermediate_size", options.feedForward);
    options.passes = parameters.size("num_hidden_layers", options.passes);
    options.positions = parameters.size("max_position_embeddings", options.positions);
    options.types = parameters.size("type_vocab_size", options.types);
    options.epsilon = parameters.number("layer_norm_eps", 0.0, 1.0, options.epsilon);
    parameters.rejectUnknown();
    if (options.hidden % options.heads != 0)
        throw FormatError("bad_hyper_parameter", "hyper-parameter \"hidden_size\"",
                          "is no multiple of \"num_attention_heads\"");
    return options;
}

Albert::Albert(const AlbertOptions& options)
    : m_options(options)
    , m_words(options.words, options.embedding)
    , m_positions(options.positions, options.embedding)
    , m_types(options.types, options.embedding)
    , m_embeddingNorm(torch::nn::LayerNormOptions({options.embedding}).eps(options.epsilon))
    , m_attentionNorm(torch::nn::LayerNormOptions({options.hidden}).eps(options.epsilon))
    , m_layerNorm(torch::nn::LayerNormOptions({options.hidden}).eps(options.epsilon))
    , m_mapping(options.embedding, options.hidden)
    , m_query(options.hidden, options.hidden)
    , m_key(options.hidden, options.hidden)
    , m_value(options.hidden, options.hidden)
    , m_dense(options.hidden, options.hidden)
    , m_ffn(options.hidden, options.feedForward)
    , m_ffnOutput(options.feedForward, options.hidden)
    , m_pooler(options.hidden, options.hidden)
{
    const auto group = [](torch::nn::Module& parent, const char* name) {
        return parent.register_module(name, std::make_shared<torch::nn::Module>());
    };
    const auto all = group(*this, "albert");
    const auto embeddings = group(*all, "embeddings");
    embeddings->register_module("word_embeddings", m_words);
    embeddings->register_module("position_embeddings", m_positions);
    embeddings->register_module("token_type_embeddings", m_types);
    embeddings->register_module("LayerNorm", m_embeddingNorm);
    const auto encoder = group(*all, "encoder");
    encoder->register_module("embedding_hidden_mapping_in", m_mapping);
    const auto layer
        = group(*group(*group(*group(*encoder, "albert_layer_groups"), "0"), "albert_layers"), "0");
    layer->register_module("full_layer_layer_norm", m_layerNorm);
    const auto attention = group(*layer, "attention");
    attention->register_module("query", m_query);
    attention->register_module("key", m_key);
    attention->register_module("value", m_value);
    attention->register_module("dense", m_dense);
    attention->register_module("LayerNorm", m_attentionNorm);
    layer->register_module("ffn", m_ffn);
    layer->register_module("ffn_output", m_ffnOutput);
    all->register_module("pooler", m_pooler);
}

torch::Tensor Albert::pass(const torch::Tensor& x, const torch::Tensor& mask)
{
    const double scale = std::pow(static_cast<double>(m_options.hidden / m_options.heads), -0.5);
    torch::Tensor scores = blocks::headScores(m_query(x), m_key(x), m_options.heads, scale);
    const torch::Tensor weights = torch::softmax(scores + mask.unsqueeze(1), -1);
    const torch::Tensor seen = m_attentionNorm(x + m_dense(blocks::headValues(weights, m_value(x))));
    return m_layerNorm(seen + m_ffnOutput(torch::gelu(m_ffn(seen), "tanh")));
}

FusionOutput Albert::run(const NamedTensors& inputs, Displays /*displays*/)
{
    const torch::Tensor& ids = requiredInput(inputs, "ids");
    if (ids.dim() != 2 || ids.is_floating_point() || ids.size(1) > m_options.positions)
        throw ShapeError(
            "bad_inputs",
            "inputs/ids: expected whole numbers, a row per text, no more than there are positions.");
    torch::Tensor lengths = lengthsOf(inputs, ids);
    if (!lengths.defined())
        lengths = torch::full({ids.size(0)}, ids.size(1), torch::kInt64);
    torch::Tensor x = m_embeddingNorm(m_words(ids) + m_positions->weight.narrow(0, 0, ids.size(1))
                                      + m_types->weight.select(0, 0));
    x = m_mapping(x);
    const torch::Tensor mask = keyMask(lengths, ids.size(1), x.options().requires_grad(false));
    for (std::int64_t i = 0; i < m_options.passes; ++i)
        x = pass(x, mask);
    FusionOutput output;
    output.prediction = x.select(1, 0);
    output.outputs["pooled"] = torch::tanh(m_pooler(output.prediction));
    output.outputs["last_hidden"]
        = x.masked_fill(validSteps(lengths, ids.size(1)).logical_not().unsqueeze(-1), 0.0);
    return output;
}

torch::Tensor Albert::caseLoss(const std::string& kind, const NamedTensors& inputs,
                               const FusionOutput& output)
{
    if (kind != "mean_square_error")
        return FusionModel::caseLoss(kind, inputs, output);
    return (output.prediction - requiredInput(inputs, "target")).square().mean();
}

NamedTensors albertParameters(const NamedTensors& file)
{
    NamedTensors own;
    for (const auto& [name, tensor] : file) {
        if (name.starts_with("albert.") && !name.ends_with("position_ids"))
            own.emplace(name, tensor);
    }
    return own;
}

}
