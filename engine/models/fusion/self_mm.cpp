#include "engine/models/fusion/self_mm.h"

#include "engine/models/blocks/lstm.h"
#include "engine/models/layers/padding.h"

namespace engine {

namespace {

constexpr std::array<const char*, 4> headNames{"text", "audio", "video", "fusion"};
constexpr std::array<char, 4> kHeadLetters{'T', 'A', 'V', 'M'};
constexpr std::size_t all = 3;

std::string named(const char* prefix, std::size_t head)
{
    return prefix + std::string(1, kHeadLetters[head]);
}

/// The mean absolute error from a generated label, weighted by how far that is from the true one.
torch::Tensor weightedError(const torch::Tensor& prediction, const torch::Tensor& label,
                            const torch::Tensor& truth)
{
    return (torch::tanh((label - truth).abs()) * (prediction - label).abs()).mean();
}

torch::Tensor generatedFrom(const NamedTensors& inputs, double limit)
{
    const auto centre = [&](const char* name) { return requiredInput(inputs, name).unsqueeze(0); };
    const auto label = [&](const char* name) { return requiredInput(inputs, name).unsqueeze(1); };
    const ClassDistances modality{requiredInput(inputs, "ulgm_in_f_m"), centre("ulgm_in_c_pos"),
                                  centre("ulgm_in_c_neg")};
    const ClassDistances joint{requiredInput(inputs, "ulgm_in_ff"), centre("ulgm_in_cf_pos"),
                               centre("ulgm_in_cf_neg")};
    return generatedLabel(modality, joint, label("ulgm_in_y_m"), label("ulgm_in_y_old"),
                          requiredInput(inputs, "ulgm_epoch").item<std::int64_t>(), limit)
        .squeeze(1);
}

}

SelfMmOptions SelfMmOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    SelfMmOptions options;
    options.widths = {parameters.size(config.contains("d_text") ? "d_text" : "d_l"), parameters.size("d_a"),
                      parameters.size("d_v")};
    if (config.contains("h_l")) {
        options.textHidden = parameters.size("h_l");
        options.textOut = parameters.size("o_l");
    }
    options.acousticHidden = parameters.size("h_a");
    options.visualHidden = parameters.size("h_v");
    options.acousticOut = parameters.size("o_a");
    options.visualOut = parameters.size("o_v");
    options.heads = {parameters.size("t_dim"), parameters.size("a_dim"), parameters.size("v_dim"),
                     parameters.size("f_dim")};
    options.outputs = parameters.size("out_dim", 1);
    options.labelLimit = parameters.number("label_limit", 0.0, 1e6, options.labelLimit);
    parameters.rejectUnknown();
    return options;
}

nlohmann::json SelfMmOptions::defaults()
{
    return {{"model",
             {{"h_l", 64},
              {"o_l", 64},
              {"h_a", 16},
              {"h_v", 32},
              {"o_a", 16},
              {"o_v", 32},
              {"f_dim", 128},
              {"t_dim", 32},
              {"a_dim", 16},
              {"v_dim", 32},
              {"label_limit", 3.0}}},
            {"training", {{"lr", 1e-3}, {"batch", 16}}}};
}

SequenceSubNetImpl::SequenceSubNetImpl(std::int64_t width, std::int64_t hidden, std::int64_t outputs)
    : rnn(register_module("rnn", torch::nn::LSTM(torch::nn::LSTMOptions(width, hidden).batch_first(true))))
    , linear1(register_module("linear_1", torch::nn::Linear(hidden, outputs)))
{
}

torch::Tensor SequenceSubNetImpl::forward(const torch::Tensor& x, const torch::Tensor& lengths)
{
    return linear1(blocks::runLstm(rnn, x, lengths).last);
}

SelfMm::SelfMm(const SelfMmOptions& options)
    : m_labelLimit(options.labelLimit)
    , m_acousticNet(register_module(
          "audio_model",
          SequenceSubNet(options.widths.acoustic, options.acousticHidden, options.acousticOut)))
    , m_visualNet(register_module(
          "video_model", SequenceSubNet(options.widths.visual, options.visualHidden, options.visualOut)))
    , m_labels(options.labelLimit)
{
    std::int64_t text = options.widths.text;
    if (options.textHidden > 0) {
        m_textNet = register_module("text_model",
                                    SequenceSubNet(options.widths.text, options.textHidden, options.textOut));
        text = options.textOut;
    }
    const std::array<std::int64_t, 4> inputs{text, options.acousticOut, options.visualOut,
                                             text + options.acousticOut + options.visualOut};
    for (std::size_t head = 0; head < headNames.size(); ++head) {
        const auto layer = [&](int number, std::int64_t from, std::int64_t to) {
            return register_module(std::string("post_") + headNames[head] + "_layer_"
                                       + std::to_string(number),
                                   torch::nn::Linear(from, to));
        };
        const std::int64_t width = options.heads[head];
        m_heads.push_back(
            {layer(1, inputs[head], width), layer(2, width, width), layer(3, width, options.outputs)});
    }
}

FusionOutput SelfMm::run(const NamedTensors& inputs, Displays displays)
{
    const auto vectorOf = [&](SequenceSubNet& net, Modality modality) {
        return net(requiredInput(inputs, modalityInputs[static_cast<std::size_t>(modality)]),
                   lengthsOf(inputs, modality));
    };
    const torch::Tensor text
        = m_textNet.is_empty() ? requiredInput(inputs, "text") : vectorOf(m_textNet, Modality::Text);
    const torch::Tensor acoustic = vectorOf(m_acousticNet, Modality::Acoustic);
    const torch::Tensor visual = vectorOf(m_visualNet, Modality::Visual);
    const std::array<torch::Tensor, 4> vectors{text, acoustic, visual,
                                               torch::cat({text, acoustic, visual}, 1)};
    FusionOutput output;
    for (std::size_t head = 0; head < vectors.size(); ++head) {
        Head& layers = m_heads[head];
        const torch::Tensor feature = torch::relu(layers.layer1(vectors[head]));
        output.outputs[named("feature_", head)] = feature;
        output.outputs[named("pred_", head)] = layers.layer3(torch::relu(layers.layer2(feature)));
    }
    output.prediction = output.outputs.at("pred_M");
    if (displays == Displays::Yes)
        output.outputs["predictions"]
            = torch::stack({output.prediction, output.outputs.at("pred_T"), output.outputs.at("pred_A"),
                            output.outputs.at("pred_V")},
                           1);
    if (inputs.contains("ulgm_in_f_m"))
        output.outputs["ulgm_out"] = generatedFrom(inputs, m_labelLimit);
    return output;
}

NamedTensors SelfMm::inputsFrom(const ModalityBatch& batch) const
{
    NamedTensors inputs{{"x_a", batch.acoustic},
                        {"x_v", batch.visual},
                        {"len_a", batch.lengthsOf(Modality::Acoustic)},
                        {"len_v", batch.lengthsOf(Modality::Visual)}};
    if (m_textNet.is_empty())
        inputs["text"] = timeAverage(batch.text, batch.lengths);
    else
        inputs.insert({{"x_l", batch.text}, {"len_l", batch.lengths}});
    return inputs;
}

torch::Tensor SelfMm::objective(const TrainingStep& step)
{
    const FusionOutput output = forward(step.batch);
    const std::array<torch::Tensor, UnimodalLabels::modalities> labels = m_labels.of(step);
    torch::Tensor loss = step.task(output.prediction, step.truths);
    UnimodalLabels::Features features;
    for (std::size_t head = 0; head <= all; ++head) {
        features[head] = output.outputs.at(named("feature_", head));
        if (head != all)
            loss = loss + weightedError(output.outputs.at(named("pred_", head)), labels[head], step.truths);
    }
    m_labels.update(step, features);
    return loss;
}

NamedTensors SelfMm::trainingState() const
{
    return m_labels.state();
}

void SelfMm::setTrainingState(const NamedTensors& state)
{
    m_labels.restore(state);
}

torch::Tensor SelfMm::caseLoss(const std::string& kind, const NamedTensors& inputs,
                               const FusionOutput& output)
{
    if (kind != "self_mm")
        return FusionModel::caseLoss(kind, inputs, output);
    const auto label = [&](std::size_t head) {
        return requiredInput(inputs, named("label_", head)).view_as(output.prediction);
    };
    torch::Tensor loss = (output.prediction - label(all)).abs().mean();
    for (std::size_t head = 0; head < all; ++head)
        loss = loss + weightedError(output.outputs.at(named("pred_", head)), label(head), label(all));
    return loss;
}

std::vector<DisplayCard> SelfMm::displays() const
{
    return {{"predictions",
             "Predictions of all modalities and of each alone",
             {"modality", "output"},
             {{"all", "text", "acoustic", "visual"}, {}},
             DisplayScale::Signed}};
}

}
