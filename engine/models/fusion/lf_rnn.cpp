#include "engine/models/fusion/lf_rnn.h"

#include "engine/models/blocks/lstm.h"

namespace engine {

namespace {

std::int64_t unitsOf(const LfRnnOptions& options, char letter)
{
    return options.hidden > 0 ? options.hidden : options.widths[static_cast<std::size_t>(modalityOf(letter))];
}

std::vector<std::int64_t> stateWidths(const LfRnnOptions& options)
{
    std::vector<std::int64_t> widths;
    for (const char letter : options.modalities)
        widths.push_back(unitsOf(options, letter) * (options.isBidirectional ? 2 : 1));
    return widths;
}

}

LfRnnOptions LfRnnOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    LfRnnOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.outputs = parameters.has("n") ? parameters.size("n") : parameters.size("out_dim", 1);
    options.usesGru = parameters.choice("cell", {"lstm", "gru"}) == "gru";
    options.layers = parameters.size("layers", 1);
    options.hidden = static_cast<std::int64_t>(parameters.number("hidden", 0, 100'000, 0));
    options.isBidirectional = parameters.flag("bidirectional", true);
    options.dropout = parameters.dropout("dropout");
    options.modalities = modalityLetters(parameters.any("modalities"));
    parameters.rejectUnknown();
    return options;
}

nlohmann::json LfRnnOptions::defaults()
{
    return {{"model", nlohmann::json::object()},
            {"training", {{"lr", 5e-4}, {"batch", 32}, {"clip", 2.0}, {"epochs", 60}, {"patience", 8}}}};
}

LfRnn::LfRnn(const LfRnnOptions& options)
    : LateFusion(options.modalities, stateWidths(options), options.outputs)
{
    const auto nets = register_module("rnns", std::make_shared<torch::nn::Module>());
    for (const char letter : options.modalities) {
        const std::int64_t inputs = options.widths[static_cast<std::size_t>(modalityOf(letter))];
        const std::int64_t units = unitsOf(options, letter);
        const std::string name(1, letter);
        if (options.usesGru)
            m_grus.push_back(
                nets->register_module(name,
                                      torch::nn::GRU(torch::nn::GRUOptions(inputs, units)
                                                         .num_layers(options.layers)
                                                         .dropout(options.dropout)
                                                         .batch_first(true)
                                                         .bidirectional(options.isBidirectional))));
        else
            m_lstms.push_back(
                nets->register_module(name,
                                      torch::nn::LSTM(torch::nn::LSTMOptions(inputs, units)
                                                          .num_layers(options.layers)
                                                          .dropout(options.dropout)
                                                          .batch_first(true)
                                                          .bidirectional(options.isBidirectional))));
    }
}

torch::Tensor LfRnn::vectorOf(std::size_t modality, const torch::Tensor& x, const torch::Tensor& lengths)
{
    if (!m_lstms.empty())
        return blocks::runLstm(m_lstms[modality], x, lengths).last;
    torch::nn::GRU& gru = m_grus[modality];
    const torch::Tensor all
        = lengths.defined() ? lengths.cpu() : torch::full({x.size(0)}, x.size(1), torch::kInt64);
    const auto packed = torch::nn::utils::rnn::pack_padded_sequence(x, all, /*batch_first=*/true,
                                                                    /*enforce_sorted=*/false);
    const torch::Tensor states = std::get<1>(gru->forward_with_packed_input(packed));
    const std::int64_t directions = gru->options.bidirectional() ? 2 : 1;
    const torch::Tensor top = states.narrow(0, states.size(0) - directions, directions);
    return top.transpose(0, 1).flatten(1); // forward, then backward
}

FusionOutput LfRnn::run(const NamedTensors& inputs, Displays displays)
{
    std::vector<torch::Tensor> vectors;
    for (std::size_t i = 0; i < letters().size(); ++i) {
        const Modality modality = modalityOf(letters()[i]);
        vectors.push_back(vectorOf(i,
                                   requiredInput(inputs, modalityInputs[static_cast<std::size_t>(modality)]),
                                   lengthsOf(inputs, modality)));
    }
    return fused(vectors, displays);
}

}
