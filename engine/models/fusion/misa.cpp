#include "engine/models/fusion/misa.h"

#include "engine/core/error.h"
#include "engine/models/blocks/lstm.h"

namespace engine {

namespace {

// In the published order: text, visual, acoustic.
constexpr std::array<char, 3> letters{'t', 'v', 'a'};
constexpr std::array order{Modality::Text, Modality::Visual, Modality::Acoustic};

std::string named(const char* prefix, char letter)
{
    return prefix + std::string(1, letter);
}

torch::nn::LayerNorm layerNorm(std::int64_t width)
{
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}));
}

/// How far two spaces are from orthogonal: B × D each, centred, rows of length 1; mean square of AᵀB.
torch::Tensor overlap(const torch::Tensor& a, const torch::Tensor& b)
{
    const auto normed = [](const torch::Tensor& x) {
        const torch::Tensor centred = x - x.mean(0, /*keepdim=*/true);
        return centred / (centred.detach().norm(2, 1, /*keepdim=*/true) + 1e-6);
    };
    return torch::matmul(normed(a).t(), normed(b)).square().mean();
}

/// Central moment discrepancy up to the fifth moment. Zellinger et al., ICLR 2017.
torch::Tensor momentDiscrepancy(const torch::Tensor& a, const torch::Tensor& b)
{
    constexpr int moments = 5;
    const torch::Tensor meanA = a.mean(0), meanB = b.mean(0);
    const torch::Tensor centredA = a - meanA, centredB = b - meanB;
    torch::Tensor sum = (meanA - meanB).norm(2, 0);
    for (int k = 2; k <= moments; ++k)
        sum = sum + (centredA.pow(k).mean(0) - centredB.pow(k).mean(0)).norm(2, 0);
    return sum;
}

}

MisaOptions MisaOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    MisaOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = parameters.size("hid");
    options.feedForward = parameters.size("ff", options.feedForward);
    options.heads = parameters.size("heads", options.heads);
    options.outputs = parameters.size("out_dim", 1);
    options.dropout = parameters.dropout("drop");
    constexpr double most = 1000.0;
    options.differenceWeight = parameters.number("diff_w", 0.0, most, options.differenceWeight);
    options.similarityWeight = parameters.number("sim_w", 0.0, most, options.similarityWeight);
    options.reconstructionWeight = parameters.number("recon_w", 0.0, most, options.reconstructionWeight);
    parameters.rejectUnknown();
    if (options.hidden % options.heads != 0)
        throw FormatError("bad_hyper_parameter", "hyper-parameter \"hid\"", "is no multiple of \"heads\"");
    return options;
}

nlohmann::json MisaOptions::defaults()
{
    return {{"model", {{"hid", 128}, {"ff", 2048}, {"heads", 2}, {"drop", 0.5}}},
            {"training", {{"lr", 1e-4}, {"batch", 64}, {"clip", 1.0}}}};
}

Misa::Misa(const MisaOptions& options)
    : m_options(options)
    , m_modalities{makeModality('t', options.widths.text), makeModality('v', options.widths.visual),
                   makeModality('a', options.widths.acoustic)}
    , m_shared(register_module("shared", torch::nn::Linear(options.hidden, options.hidden)))
    , m_tokenLayer(options.hidden, options.heads, options.feedForward, options.dropout)
    , m_fusion1(register_module("fusion_1", torch::nn::Linear(6 * options.hidden, 3 * options.hidden)))
    , m_fusion3(register_module("fusion_3", torch::nn::Linear(3 * options.hidden, options.outputs)))
    , m_dropout(register_module("dropout", torch::nn::Dropout(options.dropout)))
{
    const auto encoder = std::make_shared<torch::nn::Module>();
    torch::nn::ModuleList layers;
    layers->push_back(m_tokenLayer);
    encoder->register_module("layers", layers);
    register_module("transformer_encoder", encoder);
}

Misa::Net Misa::makeModality(char letter, std::int64_t width)
{
    const std::int64_t hidden = m_options.hidden;
    const auto bidirectional = [&](std::int64_t inputs) {
        return torch::nn::LSTM(torch::nn::LSTMOptions(inputs, width).batch_first(true).bidirectional(true));
    };
    const std::string start(1, letter);
    return {register_module(start + "rnn1", bidirectional(width)),
            register_module(start + "rnn2", bidirectional(2 * width)),
            register_module(start + "layer_norm", layerNorm(2 * width)),
            register_module(named("project_", letter), torch::nn::Linear(4 * width, hidden)),
            register_module(named("project_norm_", letter), layerNorm(hidden)),
            register_module(named("private_", letter), torch::nn::Linear(hidden, hidden)),
            register_module(named("recon_", letter), torch::nn::Linear(hidden, hidden))};
}

/// Two recurrent layers, each direction's last state: first forwards, second forwards, first backwards,
/// second backwards.
torch::Tensor Misa::vectorOf(Net& modality, const torch::Tensor& x, const torch::Tensor& lengths)
{
    const blocks::LstmStates first = blocks::runLstm(modality.rnn1, x, lengths);
    const std::vector<torch::Tensor> lower = first.last.chunk(2, 1);
    const std::vector<torch::Tensor> upper
        = blocks::runLstm(modality.rnn2, modality.norm(first.sequence), lengths).last.chunk(2, 1);
    const torch::Tensor joined = torch::cat({lower[0], upper[0], lower[1], upper[1]}, 1);
    return modality.projectNorm(torch::relu(modality.project(joined)));
}

FusionOutput Misa::run(const NamedTensors& inputs, Displays displays)
{
    FusionOutput output;
    std::vector<torch::Tensor> tokens(6);
    std::vector<torch::Tensor> similarity(3);
    for (std::size_t i = 0; i < m_modalities.size(); ++i) {
        Net& modality = m_modalities[i];
        const torch::Tensor& steps
            = requiredInput(inputs, modalityInputs[static_cast<std::size_t>(order[i])]);
        const torch::Tensor vector = vectorOf(modality, steps, lengthsOf(inputs, order[i]));
        const torch::Tensor own = torch::sigmoid(modality.ownSpace(vector));
        const torch::Tensor shared = torch::sigmoid(m_shared(vector));
        output.outputs[named("orig_", letters[i])] = vector;
        output.outputs[named("private_", letters[i])] = own;
        output.outputs[named("shared_", letters[i])] = shared;
        output.outputs[named("recon_", letters[i])] = modality.reconstruct(own + shared);
        tokens[i] = own;
        tokens[3 + i] = shared;
        if (displays == Displays::Yes)
            similarity[i] = torch::cosine_similarity(own.detach(), shared.detach(), 1);
    }
    const Attended attended = m_tokenLayer(torch::stack(tokens, 1), torch::Tensor(), displays);
    output.prediction = m_fusion3(torch::relu(m_dropout(m_fusion1(attended.values.flatten(1)))));
    if (displays == Displays::Yes) {
        output.outputs["attention"] = attended.weights;
        output.outputs["shared_private_similarity"] = torch::stack(similarity, 1);
    }
    if (const torch::Tensor target = optionalInput(inputs, "target"); target.defined())
        output.outputs.merge(
            losses(output.outputs, (output.prediction - target.view_as(output.prediction)).square().mean()));
    return output;
}

NamedTensors Misa::losses(const NamedTensors& outputs, const torch::Tensor& task) const
{
    const auto own = [&](char letter) { return outputs.at(named("private_", letter)); };
    const auto shared = [&](char letter) { return outputs.at(named("shared_", letter)); };
    torch::Tensor difference
        = overlap(own('a'), own('t')) + overlap(own('a'), own('v')) + overlap(own('t'), own('v'));
    torch::Tensor reconstruction = torch::zeros({}, task.options());
    for (const char letter : letters) {
        difference = difference + overlap(own(letter), shared(letter));
        reconstruction = reconstruction
            + (outputs.at(named("recon_", letter)) - outputs.at(named("orig_", letter))).square().mean() / 3;
    }
    const torch::Tensor similarity
        = (momentDiscrepancy(shared('t'), shared('v')) + momentDiscrepancy(shared('t'), shared('a'))
           + momentDiscrepancy(shared('a'), shared('v')))
        / 3;
    return {{"loss_task", task},
            {"loss_diff", difference},
            {"loss_sim", similarity},
            {"loss_recon", reconstruction},
            {"loss_total",
             task + m_options.differenceWeight * difference + m_options.similarityWeight * similarity
                 + m_options.reconstructionWeight * reconstruction}};
}

torch::Tensor Misa::objective(const TrainingStep& step)
{
    const FusionOutput output = forward(step.batch);
    return losses(output.outputs, step.task(output.prediction, step.truths)).at("loss_total");
}

torch::Tensor Misa::caseLoss(const std::string& kind, const NamedTensors& inputs, const FusionOutput& output)
{
    if (kind != "misa_total")
        return FusionModel::caseLoss(kind, inputs, output);
    requiredInput(inputs, "target");
    return output.outputs.at("loss_total");
}

std::vector<DisplayCard> Misa::displays() const
{
    const std::vector<std::string> tokens{"own text",    "own visual",    "own acoustic",
                                          "shared text", "shared visual", "shared acoustic"};
    return {{"attention",
             "Attention between the six vectors",
             {"token", "token"},
             {tokens, tokens},
             DisplayScale::Share},
            {"shared_private_similarity",
             "Likeness of shared and own vector",
             {"modality"},
             {{"text", "visual", "acoustic"}},
             DisplayScale::Share}};
}

}
