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
    LfTransformerOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.outputs = parameters.has("n") ? parameters.size("n") : parameters.size("out_dim", 1);
    options.layers = parameters.size("layers", options.layers);
    options.heads
        = {parameters.size("heads_l", options.heads.text), parameters.size("heads_a", options.heads.acoustic),
           parameters.size("heads_v", options.heads.visual)};
    options.feedForward = parameters.size("ff", options.feedForward);
    if (parameters.has("dropout"))
        options.dropout = parameters.dropout("dropout");
    options.modalities = modalityLetters(parameters.any("modalities"));
    parameters.rejectUnknown();
    return options;
}

nlohmann::json LfTransformerOptions::defaults()
{
    return {{"model", {{"layers", 2}, {"heads_l", 4}, {"heads_a", 2}, {"heads_v", 5}, {"ff", 2048}}},
            {"training", {{"lr", 5e-4}, {"batch", 32}, {"clip", 2.0}, {"epochs", 60}, {"patience", 8}}}};
}

LfTransformer::LfTransformer(const LfTransformerOptions& options)
    : LateFusion(options.modalities, dividedWidths(options), options.outputs)
    , m_widths(dividedWidths(options))
{
    const auto nets = register_module("transformers", std::make_shared<torch::nn::Module>());
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        const char letter = letters()[i];
        m_encoders.push_back(nets->register_module(
            std::string(1, letter),
            ClsEncoder(ClsEncoderSettings{m_widths[i], options.layers,
                                          options.heads[static_cast<std::size_t>(modalityOf(letter))],
                                          options.feedForward, options.dropout})));
    }
}

FusionOutput LfTransformer::run(const NamedTensors& inputs, Displays displays)
{
    std::vector<torch::Tensor> vectors;
    for (std::size_t i = 0; i < m_encoders.size(); ++i) {
        const Modality modality = modalityOf(letters()[i]);
        const torch::Tensor& x = requiredInput(inputs, modalityInputs[static_cast<std::size_t>(modality)]);
        torch::Tensor lengths = lengthsOf(inputs, modality);
        if (!lengths.defined())
            lengths = torch::full({x.size(0)}, x.size(1), torch::kInt64);
        const torch::Tensor wide = torch::constant_pad_nd(x, {0, m_widths[i] - x.size(2)});
        const torch::Tensor places = validSteps(lengths, x.size(1)).flatten().nonzero().squeeze(1);
        vectors.push_back(m_encoders[i](wide.flatten(0, 1).index_select(0, places), lengths));
    }
    return fused(vectors, displays);
}

}
