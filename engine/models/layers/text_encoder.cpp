#include "engine/models/layers/text_encoder.h"

#include "engine/core/error.h"

#include <algorithm>

namespace engine {

namespace {

/// ALBERT v2 of a size.
nlohmann::json publishedAlbert(const std::string& size)
{
    const bool isBase = size == "base", isLarge = size == "large";
    return {{"hidden_size",
             isBase        ? 768
                 : isLarge ? 1024
                           : 2048},
            {"num_attention_heads", isBase ? 12 : 16},
            {"intermediate_size",
             isBase        ? 3072
                 : isLarge ? 4096
                           : 8192},
            {"num_hidden_layers", isBase ? 12 : 24}};
}

void readAlbert(HyperParameters& text, TextEncoderOptions& options)
{
    options.albert = publishedAlbert(text.choice("size", {"base", "large", "xlarge"}));
    const nlohmann::json own = text.object("albert");
    for (const auto& [name, value] : own.items())
        options.albert[name] = value;
    options.albert["vocab_size"] = text.size("vocab", 1);
    options.width = options.albert.at("hidden_size").get<std::int64_t>();
}

}

TextEncoderOptions TextEncoderOptions::fromJson(HyperParameters& parameters, bool isUsed)
{
    TextEncoderOptions options;
    HyperParameters text(parameters.object("text"));
    const std::string kind = text.has("kind") || parameters.has("d_t")
        ? text.choice("kind", {"vector", "features", "small", "albert"})
        : "features";
    options.kind = kind == "vector" ? Kind::Vector
        : kind == "features"        ? Kind::Features
        : kind == "small"           ? Kind::Small
                                    : Kind::Albert;
    options.width
        = options.kind == Kind::Vector && isUsed ? parameters.size("d_t") : text.size("d", options.width);
    if (options.kind == Kind::Features && isUsed)
        options.features = parameters.size("d_l");
    for (const char* const name : {"d_t", "d_l", "d_a", "d_v"}) // of sequences that are not looked at
        parameters.any(name);
    text.any("pieces"), text.any("min_count"); // what they decide is settled before training
    if (options.kind == Kind::Albert) {
        readAlbert(text, options);
        const nlohmann::json pieces = text.any("model");
        options.pieces = pieces.is_string() ? pieces.get<std::string>() : std::string();
    }
    if (options.kind == Kind::Small && isUsed) {
        options.words = text.texts("vocabulary");
        options.vocabulary
            = text.size("vocab", std::max<std::int64_t>(1, static_cast<std::int64_t>(options.words.size())));
    } else {
        text.any("vocab"), text.any("vocabulary");
    }
    options.longest = text.size("max_len", options.longest);
    options.layers = text.size("layers", options.layers);
    options.heads = text.size("heads", options.heads);
    options.feedForward = text.size("ff", options.feedForward);
    options.dropout = text.dropout("dropout");
    text.rejectUnknown();
    if (options.kind != Kind::Vector && options.kind != Kind::Albert && options.width % options.heads != 0)
        throw FormatError("bad_hyper_parameter", "hyper-parameter \"text.d\"", "is no multiple of \"heads\"");
    return options;
}

TextEncoderImpl::TextEncoderImpl(const TextEncoderOptions& options) : m_options(options)
{
    if (!hasParameters())
        return;
    constexpr double spread = 0.02;
    if (options.kind == TextEncoderOptions::Kind::Features)
        m_project = register_module("project", torch::nn::Linear(options.features, options.width));
    else
        m_words = register_module("words", torch::nn::Embedding(options.vocabulary, options.width));
    m_cls = register_parameter("cls", torch::randn({1, 1, options.width}) * spread);
    m_positions
        = register_parameter("positions", torch::randn({1, options.longest + 1, options.width}) * spread);
    torch::nn::ModuleList layers;
    for (std::int64_t i = 0; i < options.layers; ++i) {
        m_layers.emplace_back(options.width, options.heads, options.feedForward, options.dropout);
        layers->push_back(m_layers.back());
    }
    register_module("layers", layers);
}

torch::Tensor TextEncoderImpl::forward(const NamedTensors& inputs)
{
    if (!hasParameters())
        return requiredInput(inputs, "text_cls");
    const bool areWords = m_options.kind == TextEncoderOptions::Kind::Small;
    const torch::Tensor& given = requiredInput(inputs, areWords ? "ids" : "x_l");
    torch::Tensor lengths = areWords ? lengthsOf(inputs, given) : lengthsOf(inputs, Modality::Text);
    if (!lengths.defined())
        lengths = torch::full({given.size(0)}, given.size(1), torch::kInt64);
    const torch::Tensor seen = given.narrow(1, 0, std::min(given.size(1), m_options.longest));
    lengths = lengths.clamp_max(seen.size(1));
    torch::Tensor x = areWords ? m_words(seen) : m_project(seen);
    x = torch::cat({m_cls.expand({x.size(0), -1, -1}), x}, 1) + m_positions.narrow(1, 0, seen.size(1) + 1);
    const torch::Tensor mask = keyMask(lengths + 1, x.size(1), x.options().requires_grad(false));
    for (TokenLayer& layer : m_layers)
        x = layer(x, mask, Displays::No).values;
    return x.select(1, 0);
}

}
