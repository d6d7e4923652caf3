#include "engine/models/fusion/lf_rnn.h"

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
    LfRnnOptions options{LateFusionOptions::read(parameters)};
    options.cell = cellKindFrom(parameters.choice("cell", {"lstm", "gru"}));
    options.layers = parameters.size("layers", 1);
    options.hidden = static_cast<std::int64_t>(parameters.number("hidden", 0, 100'000, 0));
    options.isBidirectional = parameters.flag("bidirectional", true);
    options.dropout = parameters.dropout("dropout");
    parameters.rejectUnknown();
    return options;
}

nlohmann::json LfRnnOptions::defaults()
{
    return {{"model", nlohmann::json::object()}, {"training", training()}};
}

LfRnn::LfRnn(const LfRnnOptions& options)
    : LateFusion(options.modalities, stateWidths(options), options.outputs)
{
    const auto nets = register_module("rnns", std::make_shared<torch::nn::Module>());
    for (const char letter : options.modalities)
        m_nets.emplace_back(*nets, options.cell,
                            RecurrentSizes{options.widths[static_cast<std::size_t>(modalityOf(letter))],
                                           unitsOf(options, letter), options.layers, options.isBidirectional,
                                           options.dropout},
                            std::string(1, letter));
}

torch::Tensor LfRnn::vectorOf(std::size_t i, const torch::Tensor& x, const torch::Tensor& lengths)
{
    return m_nets[i].run(x, lengths).last;
}

}
