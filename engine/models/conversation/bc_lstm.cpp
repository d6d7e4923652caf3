#include "engine/models/conversation/bc_lstm.h"

#include "engine/models/conversation/turn_loss.h"

namespace engine {

namespace {

/// The letter by which names of modules and outputs tell a modality.
char letterOf(Modality modality)
{
    return modalityInputs[static_cast<std::size_t>(modality)][2];
}

}

BcLstmOptions BcLstmOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    BcLstmOptions options;
    options.widths = turnSizes(parameters);
    options.hidden = parameters.size("h");
    options.dense = parameters.size("fc");
    options.outputs = parameters.size("out_dim", 1);
    options.layers = parameters.size("layers", 1);
    options.isBidirectional = parameters.flag("bidirectional", true);
    options.isHierarchical = parameters.choice("fusion", {"early", "hierarchical"}) == "hierarchical";
    options.hasAttention = parameters.flag("attention", false);
    options.dropout = parameters.dropout("drop");
    parameters.rejectUnknown();
    return options;
}

nlohmann::json BcLstmOptions::defaults()
{
    return {{"model", {{"h", 100}, {"fc", 100}, {"layers", 2}, {"attention", true}, {"drop", 0.5}}},
            {"training",
             {{"lr", 1e-4}, {"weight_decay", 1e-5}, {"batch", 30}, {"epochs", 60}, {"patience", 60}}}};
}

/// Turn by turn, in one direction.
class BcLstm::Live final : public LiveRun {
public:
    explicit Live(BcLstm& model) : m_model(model) { }

    FusionOutput next(const NamedTensors& turn, Displays displays) override
    {
        const torch::Tensor state = m_layers ? advance(turn) : begin(turn);
        m_states.push_back(state);
        if (!m_model.m_attention)
            return {m_model.predict(state), {}};
        const torch::Tensor all = torch::stack(m_states, 1);
        const auto [seen, weights] = m_model.m_attention->overTurns(
            all, torch::ones({all.size(0), all.size(1)}, all.options().dtype(torch::kBool)));
        FusionOutput output{m_model.predict(seen.select(1, seen.size(1) - 1)), {}};
        if (displays == Displays::Yes)
            output.outputs.emplace("attention", weights.select(1, weights.size(1) - 1));
        return output;
    }

private:
    torch::Tensor begin(const NamedTensors& turn)
    {
        const torch::Tensor& first = turn.begin()->second;
        const auto options = torch::TensorOptions().device(first.device()).dtype(torch::kFloat32);
        for (Branch& branch : m_model.m_branches)
            m_branches.push_back(branch.lstm.steps(first.size(0), options));
        m_layers = m_model.m_lstm->steps(first.size(0), options);
        return advance(turn);
    }

    torch::Tensor advance(const NamedTensors& turn)
    {
        if (m_branches.empty())
            return m_layers->advance(joinedTurns(turn, m_model.m_options.widths), {});
        std::vector<torch::Tensor> dense;
        for (std::size_t i = 0; i < m_branches.size(); ++i) {
            Branch& branch = m_model.m_branches[i];
            const torch::Tensor& x
                = requiredInput(turn, modalityInputs[static_cast<std::size_t>(branch.modality)]);
            dense.push_back(torch::relu(branch.dense(m_branches[i]->advance(x, {}))));
        }
        return m_layers->advance(torch::cat(dense, 1), {});
    }

    BcLstm& m_model;
    std::vector<std::unique_ptr<SteppedLayers>> m_branches;
    std::unique_ptr<SteppedLayers> m_layers;
    std::vector<torch::Tensor> m_states; ///< of the turns so far
};

BcLstm::BcLstm(const BcLstmOptions& options) : m_options(options)
{
    const std::int64_t states = options.hidden * (options.isBidirectional ? 2 : 1);
    const auto layersOf = [&](std::int64_t inputs, const std::string& name) {
        return RecurrentLayers(*this, CellKind::Lstm,
                               {inputs, options.hidden, options.layers, options.isBidirectional,
                                options.layers > 1 ? options.dropout : 0.0},
                               name);
    };
    for (const Modality modality : allModalities) {
        const std::int64_t width = options.widths[static_cast<std::size_t>(modality)];
        if (!options.isHierarchical || width == 0)
            continue;
        const std::string ending = std::string("_") + letterOf(modality);
        m_branches.push_back(
            {modality, layersOf(width, "lstm" + ending),
             register_module("fc" + ending, torch::nn::Linear(states, options.dense)),
             register_module("head" + ending, torch::nn::Linear(options.dense, options.outputs))});
    }
    const auto branches = static_cast<std::int64_t>(m_branches.size());
    m_lstm = layersOf(options.isHierarchical ? options.dense * branches : total(options.widths), "lstm");
    if (options.hasAttention)
        m_attention
            = register_module("matchatt", TurnAttention("general2", TurnAttentionSizes{states, states, 0}));
    m_linear = register_module("linear", torch::nn::Linear(states, options.dense));
    m_last = register_module("smax_fc", torch::nn::Linear(options.dense, options.outputs));
}

FusionOutput BcLstm::run(const NamedTensors& inputs, Displays displays)
{
    torch::Tensor x = joinedTurns(inputs, m_options.widths);
    const torch::Tensor lengths = lengthsOf(inputs, x);
    const torch::Tensor valid = validTurns(x, lengths);
    const torch::Tensor kept = valid.unsqueeze(2).to(x.dtype());
    FusionOutput output;
    std::vector<torch::Tensor> dense;
    for (Branch& branch : m_branches) {
        const torch::Tensor& own
            = requiredInput(inputs, modalityInputs[static_cast<std::size_t>(branch.modality)]);
        dense.push_back(torch::relu(branch.dense(branch.lstm.run(own, lengths).sequence)));
        output.outputs.emplace(std::string("pred_") + letterOf(branch.modality),
                               branch.head(torch::dropout(dense.back(), m_options.dropout, is_training()))
                                   * kept);
    }
    if (!dense.empty())
        x = torch::cat(dense, 2);
    torch::Tensor h = m_lstm->run(x, lengths).sequence;
    if (displays == Displays::Yes)
        output.outputs.emplace("h_seq", h);
    if (m_attention) {
        const auto [seen, weights] = m_attention->overTurns(h, valid);
        h = seen;
        if (displays == Displays::Yes)
            output.outputs.emplace("attention", weights);
    }
    output.prediction = predict(h) * kept;
    return output;
}

torch::Tensor BcLstm::predict(const torch::Tensor& h)
{
    return m_last(torch::dropout(torch::relu(m_linear(h)), m_options.dropout, is_training()));
}

torch::Tensor BcLstm::objective(const TrainingStep& step)
{
    const FusionOutput output = forward(step.batch);
    torch::Tensor loss = step.task(output.prediction, step.truths);
    for (const Branch& branch : m_branches)
        loss = loss
            + kModalityShare
                * step.task(output.outputs.at(std::string("pred_") + letterOf(branch.modality)), step.truths);
    return loss;
}

std::unique_ptr<LiveRun> BcLstm::live()
{
    return m_options.isBidirectional ? nullptr : std::make_unique<Live>(*this);
}

std::vector<DisplayCard> BcLstm::displays() const
{
    if (!m_attention)
        return {};
    return {{"attention",
             "Attention of a turn over the turns",
             {"turn", "seen turn"},
             {{}, {}},
             DisplayScale::Share}};
}

}
