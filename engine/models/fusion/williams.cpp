#include "engine/models/fusion/williams.h"

#include "engine/core/error.h"
#include "engine/models/blocks/lstm.h"
#include "engine/models/layers/padding.h"
#include "engine/models/modality_sizes.h"

namespace engine {

WilliamsOptions WilliamsOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    WilliamsOptions options;
    options.inputs
        = config.contains("d_in") ? parameters.size("d_in") : total(sizesPerModality(parameters, "d"));
    options.hidden = parameters.size("hidden", options.hidden);
    options.layers = parameters.size("layers", options.layers);
    options.nodes = parameters.size("nodes", options.nodes);
    options.outputs = parameters.size(config.contains("n_out") ? "n_out" : "out_dim", options.outputs);
    options.dropout = parameters.dropout("drop");
    options.final = parameters.choice("final", {"linear", "relu", "sigmoid", "tanh", "softplus", "softmax"});
    options.order = parameters.choice("order", {"lva", "lav", "alv", "avl", "vla", "val"});
    parameters.rejectUnknown();
    if (options.layers > 3)
        throw FormatError("bad_hyper_parameter", "hyper-parameter \"layers\"", "expected 1, 2 or 3");
    return options;
}

nlohmann::json WilliamsOptions::defaults()
{
    return {{"model",
             {{"hidden", 64},
              {"layers", 1},
              {"nodes", 100},
              {"drop", 0.1},
              {"final", "linear"},
              {"order", "lva"}}},
            {"training", {{"lr", 1e-3}, {"batch", 64}, {"epochs", 200}, {"patience", 10}}}};
}

Williams::Williams(const WilliamsOptions& options)
    : m_final(options.final)
    , m_order(options.order)
    , m_norm(register_module(
          "norm",
          torch::nn::BatchNorm1d(torch::nn::BatchNorm1dOptions(options.inputs).eps(1e-3).momentum(0.01))))
    , m_dropout(register_module("dropout", torch::nn::Dropout(options.dropout)))
    , m_fc1(register_module("fc1", torch::nn::Linear(2 * options.hidden, options.nodes)))
    , m_fc2(register_module("fc2", torch::nn::Linear(options.nodes, options.outputs)))
{
    torch::nn::ModuleList list;
    for (std::int64_t i = 0; i < options.layers; ++i) {
        m_layers.emplace_back(
            torch::nn::LSTMOptions(i == 0 ? options.inputs : 2 * options.hidden, options.hidden)
                .batch_first(true)
                .bidirectional(true));
        list->push_back(m_layers.back());
    }
    register_module("bilstm", list);
}

FusionOutput Williams::run(const NamedTensors& inputs, Displays /*displays*/)
{
    const torch::Tensor& x = requiredInput(inputs, "x");
    const torch::Tensor lengths = lengthsOf(inputs, x);
    torch::Tensor states = normed(x, lengths);
    for (std::size_t i = 0; i + 1 < m_layers.size(); ++i)
        states = m_dropout(blocks::runLstm(m_layers[i], states, lengths).sequence);
    const torch::Tensor last = m_dropout(blocks::runLstm(m_layers.back(), states, lengths).last);
    const torch::Tensor y = m_fc2(m_dropout(torch::relu(m_fc1(last))));
    return {activated(y), {{"h_last", last}}};
}

/// The batch norm over valid steps, so that padding has no part in training either (the original norms the
/// zeros that it pads with as well); padded ones become 0.
torch::Tensor Williams::normed(const torch::Tensor& x, const torch::Tensor& lengths)
{
    if (!lengths.defined())
        return m_norm(x.flatten(0, 1)).view_as(x);
    const torch::Tensor valid = validSteps(lengths, x.size(1));
    return torch::zeros_like(x).index_put({valid}, m_norm(x.index({valid})));
}

torch::Tensor Williams::activated(const torch::Tensor& y) const
{
    if (m_final == "relu")
        return torch::relu(y);
    if (m_final == "sigmoid")
        return torch::sigmoid(y);
    if (m_final == "tanh")
        return torch::tanh(y);
    if (m_final == "softplus")
        return torch::softplus(y);
    return m_final == "softmax" ? torch::softmax(y, 1) : y;
}

NamedTensors Williams::inputsFrom(const ModalityBatch& batch) const
{
    std::vector<torch::Tensor> modalities;
    for (const char letter : m_order)
        modalities.push_back(letter == 'l' ? batch.text : letter == 'a' ? batch.acoustic : batch.visual);
    return {{"x", torch::cat(modalities, 2)}, {"lengths", batch.lengths}};
}

}
