#include "engine/models/fusion/tfn.h"

namespace engine {

TfnOptions TfnOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    TfnOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = sizesPerModality(parameters, "h");
    options.textOut = parameters.size("text_out");
    options.post = parameters.size("post");
    options.outputs = parameters.size("out_dim", 1);
    const std::vector<double> dropouts = parameters.dropouts("drop", 4);
    options.acousticDropout = dropouts[0];
    options.visualDropout = dropouts[1];
    options.textDropout = dropouts[2];
    options.fusedDropout = dropouts[3];
    options.scaledSigmoid = parameters.choice("out", {"scaled_sigmoid", "linear"}) == "scaled_sigmoid";
    parameters.rejectUnknown();
    return options;
}

nlohmann::json TfnOptions::defaults()
{
    return {{"model",
             {{"h_l", 128},
              {"h_a", 32},
              {"h_v", 32},
              {"text_out", 64},
              {"post", 128},
              {"drop", {0.2, 0.2, 0.2, 0.15}},
              {"out", "linear"}}},
            {"training", {{"lr", 1e-3}, {"batch", 32}}}};
}

Tfn::Tfn(const TfnOptions& options)
    : m_scaledSigmoid(options.scaledSigmoid)
    , m_nets(*this,
             {options.widths, options.hidden, options.textOut, options.acousticDropout, options.visualDropout,
              options.textDropout})
    , m_dropout(register_module("post_fusion_dropout", torch::nn::Dropout(options.fusedDropout)))
    , m_layer1(register_module("post_fusion_layer_1",
                               torch::nn::Linear((options.hidden.acoustic + 1) * (options.hidden.visual + 1)
                                                     * (options.textOut + 1),
                                                 options.post)))
    , m_layer2(register_module("post_fusion_layer_2", torch::nn::Linear(options.post, options.post)))
    , m_layer3(register_module("post_fusion_layer_3", torch::nn::Linear(options.post, options.outputs)))
{
}

FusionOutput Tfn::run(const NamedTensors& inputs, Displays displays)
{
    const auto [text, acoustic, visual] = m_nets(inputs);
    const torch::Tensor nonVerbal
        = torch::bmm(withOne(acoustic).unsqueeze(2), withOne(visual).unsqueeze(1)).flatten(1);
    const torch::Tensor fused = torch::bmm(nonVerbal.unsqueeze(2), withOne(text).unsqueeze(1))
                                    .flatten(1); // B × (A + 1)(V + 1)(L + 1)
    const torch::Tensor y = m_layer3(torch::relu(m_layer2(torch::relu(m_layer1(m_dropout(fused))))));
    FusionOutput output{m_scaledSigmoid ? 6.0 * torch::sigmoid(y) - 3.0 : y, {}};
    if (displays == Displays::Yes)
        output.outputs = {{"h_l", text},
                          {"h_a", acoustic},
                          {"h_v", visual},
                          {"fusion_tensor", fused},
                          {"subspace_contribution", subspaceNorms(acoustic, visual, text)}};
    return output;
}

torch::Tensor Tfn::subspaceNorms(const torch::Tensor& acoustic, const torch::Tensor& visual,
                                 const torch::Tensor& text)
{
    const torch::NoGradGuard noGradient;
    const std::int64_t batch = text.size(0), post = m_layer1->weight.size(0), width = text.size(1) + 1;
    const std::int64_t a = acoustic.size(1), v = visual.size(1);

    // The weights meet the text first, in one pass: P × (A + 1)(V + 1) × B, and apart from it its constant.
    const torch::Tensor weights = m_layer1->weight.view({-1, width});
    const torch::Tensor withText
        = torch::matmul(weights.narrow(1, 1, width - 1), text.t()).view({post, a + 1, v + 1, batch});
    const torch::Tensor withoutText
        = weights.select(1, 0).reshape({post, a + 1, v + 1, 1}).expand_as(withText);

    const auto norm = [&](const torch::Tensor& partial, bool hasAcoustic, bool hasVisual) {
        torch::Tensor part
            = hasAcoustic ? partial.narrow(1, 1, a) * acoustic.t().unsqueeze(1) : partial.narrow(1, 0, 1);
        part = hasVisual ? part.narrow(2, 1, v) * visual.t() : part.narrow(2, 0, 1);
        return part.sum({1, 2}).norm(2, 0); // B
    };
    return torch::stack({norm(withText, false, false), norm(withoutText, true, false),
                         norm(withoutText, false, true), norm(withText, true, false),
                         norm(withText, false, true), norm(withoutText, true, true),
                         norm(withText, true, true)},
                        1);
}

NamedTensors Tfn::inputsFrom(const ModalityBatch& batch) const
{
    return ModalityNets::inputsFrom(batch);
}

/// The tensor itself is not shown: it is the product of these vectors, each with a 1 before it, and a thousand
/// times as large.
std::vector<DisplayCard> Tfn::displays() const
{
    return {{"subspace_contribution",
             "Contribution of each combination of modalities",
             {"subspace"},
             {{"text", "acoustic", "visual", "text + acoustic", "text + visual", "acoustic + visual",
               "text + acoustic + visual"}},
             DisplayScale::Magnitude},
            {"h_l", "Vector of the text", {"unit"}, {{}}, DisplayScale::Signed},
            {"h_a", "Vector of the sound", {"unit"}, {{}}, DisplayScale::Signed},
            {"h_v", "Vector of the vision", {"unit"}, {{}}, DisplayScale::Signed}};
}

}
