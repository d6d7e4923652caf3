#include "engine/models/fusion/lf_dnn.h"

#include "engine/models/layers/padding.h"

namespace engine {

LfDnnOptions LfDnnOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    LfDnnOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = sizesPerModality(parameters, "h");
    options.post = parameters.size("post");
    options.outputs = parameters.size("out_dim", 1);
    const std::vector<double> dropouts = parameters.dropouts("drop", 4);
    options.acousticDropout = dropouts[0];
    options.visualDropout = dropouts[1];
    options.textDropout = dropouts[2];
    options.joinedDropout = dropouts[3];
    parameters.rejectUnknown();
    return options;
}

nlohmann::json LfDnnOptions::defaults()
{
    return {
        {"model", {{"h_l", 128}, {"h_a", 16}, {"h_v", 128}, {"post", 128}, {"drop", {0.2, 0.2, 0.2, 0.2}}}},
        {"training", {{"lr", 1e-3}, {"weight_decay", 0.01}, {"batch", 128}}}};
}

LfDnn::LfDnn(const LfDnnOptions& options)
    : m_textNet(
        register_module("text_subnet", SubNet(options.widths.text, options.hidden.text, options.textDropout)))
    , m_acousticNet(register_module(
          "audio_subnet", SubNet(options.widths.acoustic, options.hidden.acoustic, options.acousticDropout)))
    , m_visualNet(register_module(
          "video_subnet", SubNet(options.widths.visual, options.hidden.visual, options.visualDropout)))
    , m_dropout(register_module("post_fusion_dropout", torch::nn::Dropout(options.joinedDropout)))
    , m_layer1(register_module("post_fusion_layer_1", torch::nn::Linear(total(options.hidden), options.post)))
    , m_layer2(register_module("post_fusion_layer_2", torch::nn::Linear(options.post, options.post)))
    , m_layer3(register_module("post_fusion_layer_3", torch::nn::Linear(options.post, options.outputs)))
{
}

FusionOutput LfDnn::run(const NamedTensors& inputs, Displays /*displays*/)
{
    const torch::Tensor joined
        = torch::cat({m_textNet(requiredInput(inputs, "x_l")), m_acousticNet(requiredInput(inputs, "x_a")),
                      m_visualNet(requiredInput(inputs, "x_v"))},
                     1);
    const torch::Tensor y = torch::relu(m_layer2(torch::relu(m_layer1(m_dropout(joined)))));
    return {m_layer3(y), {{"h", joined}}};
}

NamedTensors LfDnn::inputsFrom(const ModalityBatch& batch) const
{
    return {{"x_l", timeAverage(batch.text, batch.lengthsOf(Modality::Text))},
            {"x_a", timeAverage(batch.acoustic, batch.lengthsOf(Modality::Acoustic))},
            {"x_v", timeAverage(batch.visual, batch.lengthsOf(Modality::Visual))}};
}

std::vector<DisplayCard> LfDnn::displays() const
{
    return {{"h", "Vectors of the modalities", {"unit"}, {{}}, DisplayScale::Magnitude}};
}

}
