#include "engine/models/graph_mfn.h"

#include "engine/models/modality_share.h"
#include "engine/models/padding.h"

namespace engine {

using torch::Tensor;

GraphMfnOptions GraphMfnOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    GraphMfnOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = sizesPerModality(parameters, "h");
    options.memory = parameters.size("mem");
    options.inner = parameters.size("inner");
    options.pattern = parameters.size("pattern", 100);
    options.efficacyHidden = parameters.size("eff_hidden", 100);
    options.boundedEfficacies = parameters.choice("efficacy", {"none", "sigmoid"}) == "sigmoid";
    options.update = parameters.size("att2");
    options.retainGate = parameters.size("g1");
    options.updateGate = parameters.size("g2");
    options.outHidden = parameters.size("out");
    options.outputs = parameters.size("out_dim", 1);
    const std::vector<double> dropouts = parameters.dropouts("drop", 4);
    options.memoryDropouts = {dropouts[0], dropouts[1], dropouts[2]};
    options.outDropout = dropouts[3];
    parameters.rejectUnknown();
    return options;
}

nlohmann::json GraphMfnOptions::defaults()
{
    return {{"model",
             {{"h_l", 256},
              {"h_a", 32},
              {"h_v", 256},
              {"mem", 300},
              {"inner", 64},
              {"att2", 32},
              {"g1", 128},
              {"g2", 64},
              {"out", 256},
              {"efficacy", "sigmoid"},
              {"drop", {0.0, 0.5, 0.5, 0.0}}}},
            {"training", {{"lr", 2e-3}, {"weight_decay", 5e-3}, {"batch", 32}}}};
}

/// The networks and the state of one forward pass.
class GraphMfn::Unrolled final : public Recurrence {
public:
    Unrolled(const GraphMfn& model, std::int64_t rows, const torch::TensorOptions& options)
        : m_cells(model.m_cells.steps())
        , m_transform(model.transform())
        , m_graph(model.m_graph)
        , m_memorySteps(model.m_memory, model.is_training())
        , m_out(model.m_out1, model.m_out2, model.is_training() ? model.m_options.outDropout : 0.0)
        , m_state(torch::zeros({rows, total(model.m_options.hidden)}, options))
        , m_cell(torch::zeros_like(m_state))
        , m_memory(torch::zeros({rows, model.m_options.memory}, options))
    {
    }

    std::vector<std::vector<Tensor>> project(const std::vector<Tensor>& words) override
    {
        return m_cells.project(words);
    }

    void advance(const std::vector<Tensor>& word, const Tensor& active, StepLog* log) override
    {
        const auto [state, cell] = m_cells(word, m_state, m_cell);
        const Tensor vertices = torch::relu(m_transform(torch::cat({m_state, state}, 1)));
        const FusionGraph::Out graph = m_graph(vertices);
        const blocks::GatedMemory memory = m_memorySteps(graph.outcome, m_memory);
        m_state = blocks::whereActive(active, state, m_state);
        m_cell = blocks::whereActive(active, cell, m_cell);
        m_memory = blocks::whereActive(active, memory.memory, m_memory);
        if (!log)
            return;
        (*log)["efficacies"].push_back(graph.efficacies);
        (*log)["t"].push_back(graph.outcome);
        (*log)["gamma1"].push_back(memory.retain);
        (*log)["gamma2"].push_back(memory.update);
        (*log)["memory"].push_back(m_memory);
    }

    Tensor prediction() override { return m_out(torch::cat({m_state, m_memory}, 1)); }

private:
    CellSteps m_cells;
    blocks::LinearSteps m_transform;
    FusionGraph::Steps m_graph;
    FusionMemory::Steps m_memorySteps;
    blocks::TwoLayerSteps m_out;
    Tensor m_state, m_cell, m_memory;
};

GraphMfn::GraphMfn(const GraphMfnOptions& options)
    : m_options(options)
    , m_cells(*this, options.widths, options.hidden)
    , m_graph(
          *this,
          {options.hidden, options.inner, options.pattern, options.efficacyHidden, options.boundedEfficacies})
    , m_memory(*this, {options.inner, options.memory, options.update, options.retainGate, options.updateGate},
               options.memoryDropouts)
    , m_out1(register_module("out_fc1",
                             torch::nn::Linear(total(options.hidden) + options.memory, options.outHidden)))
    , m_out2(register_module("out_fc2", torch::nn::Linear(options.outHidden, options.outputs)))
{
    constexpr std::array names{"l_transform", "a_transform", "v_transform"};
    for (std::size_t m = 0; m < names.size(); ++m)
        m_transforms.push_back(
            register_module(names[m], torch::nn::Linear(2 * options.hidden[m], options.hidden[m])));
}

blocks::LinearSteps GraphMfn::transform() const
{
    std::vector<Tensor> before, after, biases;
    for (const torch::nn::Linear& layer : m_transforms) {
        const std::vector<Tensor> halves = layer->weight.chunk(2, 1);
        before.push_back(halves[0]);
        after.push_back(halves[1]);
        biases.push_back(layer->bias);
    }
    return {torch::cat({torch::block_diag(before), torch::block_diag(after)}, 1), torch::cat(biases)};
}

std::unique_ptr<Recurrence> GraphMfn::unroll(std::int64_t rows, const torch::TensorOptions& options)
{
    return std::make_unique<Unrolled>(*this, rows, options);
}

FusionOutput GraphMfn::run(const NamedTensors& inputs, Displays displays)
{
    FusionOutput output = StepwiseModel::run(inputs, displays);
    if (displays == Displays::Yes) {
        const Tensor lengths = lengthsOf(inputs, requiredInput(inputs, "x_l"));
        const Tensor& efficacies = output.outputs.at("efficacies");
        output.outputs["graph"] = lengths.defined() ? timeAverage(efficacies, lengths) : efficacies.mean(1);
    }
    return output;
}

void GraphMfn::addOutputs(NamedTensors& outputs) const
{
    addMemorySummary(outputs);
}

std::vector<DisplayCard> GraphMfn::displays() const
{
    const DisplayScale scale = m_options.boundedEfficacies ? DisplayScale::Gate : DisplayScale::Signed;
    std::vector<DisplayCard> cards{
        {"efficacies", "Efficacy of each edge", {"step", "edge"}, {{}, FusionGraph::edges()}, scale},
        {"graph", "Fusion graph, mean over the words", {"edge"}, {FusionGraph::edges()}, scale}};
    for (DisplayCard& card : memoryCards())
        cards.push_back(std::move(card));
    return cards;
}

}
