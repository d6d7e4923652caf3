#include "engine/models/fusion/lf_transformer.h"

#include "engine/models/layers/padding.h"

namespace engine {

namespace {

/// The least multiple of the heads that holds all features.
std::vector<std::int64_t> dividedWidths(const LfTransformerOptions& options)
{
    std::vector<std::int64_t> widths;
    for (const char letter : options.modalities) {
        const auto modality = static_cast<std::size_t>(modalityOf(letter));
        const std::int64_t heads = options.heads[modality];
        widths.push_back((options.widths[modality] + heads - 1) / heads * heads);
    }
    return widths;
}

}

LfTransformerOptions LfTransformerOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    LfTransformerOptions options{LateFusionOptions::read(parameters)};
    options.layers = parameters.size("layers", options.layers);
    options.heads
        = {parameters.size("heads_l", options.heads.text), parameters.size("heads_a", options.heads.acoustic),
           parameters.size("heads_v", options.heads.visual)};
    options.feedForward = parameters.size("ff", options.feedForward);
    if (parameters.has("dropout"))
        options.dropout = parameters.dropout("dropout");
    parameters.rejectUnknown();
    return options;
}

nlohmann::json LfTransformerOptions::defaults()
{
    return {{"model", {{"layers", 2}, {"heads_l", 4}, {"heads_a", 2}, {"heads_v", 5}, {"ff", 2048}}},
            {"training", training()}};
}

LfTransformer::LfTransformer(const LfTransformerOptions& options)
    : LateFusion(options.modalities, dividedWidths(options), options.outputs)
    , m_widths(dividedWidths(options))
{
    const auto nets = register_module("transformers", std::make_shared<torch::nn::Module>());
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        const char letter = options.modalities[i];
        m_encoders.push_back(nets->register_module(
            std::string(1, letter),
            ClsEncoder(ClsEncoderSettings{m_widths[i], options.layers,
                                          options.heads[static_cast<std::size_t>(modalityOf(letter))],
                                          options.feedForward, options.dropout})));
    }
}

torch::Tensor LfTransformer::vectorOf(std::size_t i, const torch::Tensor& x, const torch::Tensor& lengths)
{
    const torch::Tensor wide = torch::constant_pad_nd(x, {0, m_widths[i] - x.size(2)});
    const torch::Tensor places = validSteps(lengths, x.size(1)).flatten().nonzero().squeeze(1);
    return m_encoders[i](wide.flatten(0, 1).index_select(0, places), lengths);
}

}
