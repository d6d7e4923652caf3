#include "engine/models/fusion/fmt_transformer.h"

#include "engine/models/layers/padding.h"

#include <cmath>

namespace engine {

FmtOptions FmtOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    FmtOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.acousticInner = parameters.size("m_a");
    options.visualInner = parameters.size("m_v");
    options.layers = parameters.size("layers");
    options.heads = parameters.size("heads");
    options.summaries = parameters.sizes("conv_dims");
    options.hidden = parameters.size("ff");
    options.recurrent = parameters.size("gru");
    options.outputs = parameters.size("out_dim", 1);
    options.dropout = parameters.dropout("drop");
    options.chained = parameters.flag("chained", true);
    options.maskKeys = parameters.choice("mask_mode", {"query_zero", "key_length"}) == "key_length";
    parameters.rejectUnknown();
    return options;
}

nlohmann::json FmtOptions::defaults()
{
    return {{"model",
             {{"m_a", 20},
              {"m_v", 20},
              {"layers", 6},
              {"heads", 2},
              {"conv_dims", {10, 10}},
              {"ff", 128},
              {"gru", 512},
              {"drop", 0.1},
              {"chained", true},
              {"mask_mode", "key_length"}}},
            {"training", {{"lr", 1e-3}, {"batch", 20}}}};
}

Fmt::Fmt(const FmtOptions& options)
    : m_maskKeys(options.maskKeys)
    , m_positions{PositionTable(interleavedSinusoids), PositionTable(interleavedSinusoids),
                  PositionTable(interleavedSinusoids)}
    , m_acousticProjection(
          register_module("proj_a", torch::nn::Linear(options.widths.acoustic, options.acousticInner)))
    , m_visualProjection(
          register_module("proj_v", torch::nn::Linear(options.widths.visual, options.visualInner)))
    , m_encoderOut(nullptr)
    , m_encoderNorm(nullptr)
    , m_gru(nullptr)
    , m_out(register_module("finalW", torch::nn::Linear(options.recurrent, options.outputs)))
    , m_dropout(register_module("dropout", torch::nn::Dropout(options.dropout)))
{
    const ModalitySizes widths{options.widths.text, options.acousticInner, options.visualInner};
    const std::int64_t width = total(widths);
    const auto encoder = std::make_shared<torch::nn::Module>();
    torch::nn::ModuleList layers;
    for (std::int64_t i = 0; i < options.layers; ++i) {
        m_layers.emplace_back(widths, options.heads, options.summaries, options.hidden, options.dropout,
                              options.chained);
        layers->push_back(m_layers.back());
    }
    encoder->register_module("layers", layers);
    m_encoderOut = encoder->register_module("out", torch::nn::Linear(width, width));
    m_encoderNorm = encoder->register_module("norm", DeviationNorm(width));
    register_module("transformer_encoder", encoder);
    m_gru = register_module(
        "gru", torch::nn::GRU(torch::nn::GRUOptions(width, options.recurrent).batch_first(true)));
}

FusionOutput Fmt::run(const NamedTensors& inputs, Displays displays)
{
    const std::array<torch::Tensor, 3> features{requiredInput(inputs, "x_l"),
                                                m_acousticProjection(requiredInput(inputs, "x_a")),
                                                m_visualProjection(requiredInput(inputs, "x_v"))};
    const torch::Tensor lengths
        = m_maskKeys ? lengthsOf(inputs, requiredInput(inputs, "x_l")) : torch::Tensor();
    std::vector<torch::Tensor> placed;
    for (std::size_t modality = 0; modality < features.size(); ++modality) {
        const torch::Tensor& x = features[modality];
        placed.push_back(
            m_dropout(x * std::sqrt(static_cast<double>(x.size(2))) + m_positions[modality].forInput(x)));
    }
    FactorizedInput current{torch::cat(placed, 2), masks(features, lengths)};

    std::array<std::vector<torch::Tensor>, factorCount> weights;
    std::vector<torch::Tensor> activity;
    for (FactorizedLayer& layer : m_layers) {
        const FactorizedLayerImpl::Result result = layer(current, displays);
        current.x = result.x;
        activity.push_back(result.activity);
        for (std::size_t factor = 0; factor < factorCount; ++factor)
            weights[factor].push_back(result.weights[factor]);
    }
    const torch::Tensor states = std::get<0>(m_gru(m_encoderNorm(m_encoderOut(current.x))));
    const torch::Tensor last = lastValid(states, lengths);
    FusionOutput output{m_out(last), {}};
    if (displays == Displays::Yes) {
        output.outputs = {{"gru_last", last}, {"factor_activity", torch::stack(activity, 1)}};
        for (std::size_t factor = 0; factor < factorCount; ++factor)
            output.outputs[std::string("attn_") + factorNames[factor]] = torch::stack(weights[factor], 1);
    }
    return output;
}

std::array<torch::Tensor, factorCount> Fmt::masks(const std::array<torch::Tensor, 3>& x,
                                                  const torch::Tensor& lengths) const
{
    std::array<torch::Tensor, factorCount> masks;
    if (m_maskKeys) {
        if (lengths.defined())
            masks.fill(~validSteps(lengths, x[0].size(1)).unsqueeze(1));
        return masks;
    }
    std::array<torch::Tensor, 3> absent; // B × T × 1
    for (std::size_t modality = 0; modality < x.size(); ++modality)
        absent[modality] = x[modality].eq(0).all(2, /*keepdim=*/true);
    for (std::size_t factor = 0; factor < factorCount; ++factor) {
        for (const std::size_t modality : factorModalities[factor])
            masks[factor] = masks[factor].defined() ? masks[factor] & absent[modality] : absent[modality];
    }
    return masks;
}

std::vector<DisplayCard> Fmt::displays() const
{
    static const std::vector<std::string> titles{"text",
                                                 "acoustic",
                                                 "visual",
                                                 "text + acoustic",
                                                 "text + visual",
                                                 "acoustic + visual",
                                                 "text + acoustic + visual"};
    std::vector<DisplayCard> cards{{"factor_activity",
                                    "Activity of each combination of modalities",
                                    {"layer", "step", "subspace"},
                                    {{}, {}, titles},
                                    DisplayScale::Magnitude}};
    for (std::size_t factor = 0; factor < factorCount; ++factor)
        cards.push_back({std::string("attn_") + factorNames[factor],
                         "Attention: " + titles[factor],
                         {"layer", "head", "step", "step"},
                         {{}, {}, {}, {}},
                         DisplayScale::Share});
    return cards;
}

}
