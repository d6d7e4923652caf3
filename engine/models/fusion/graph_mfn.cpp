#include "engine/models/fusion/graph_mfn.h"

#include "engine/models/layers/cross_view_recurrence.h"
#include "engine/models/layers/modality_share.h"
#include "engine/models/layers/padding.h"

namespace engine {

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
class GraphMfn::Unrolled final : public CrossViewRecurrence {
public:
    Unrolled(const GraphMfn& model, std::int64_t rows, const torch::TensorOptions& options)
        : CrossViewRecurrence(
            model.m_cells.steps(),
            {model.m_out1, model.m_out2, model.is_training() ? model.m_options.outDropout : 0.0},
            {"memory", torch::zeros({rows, model.m_options.memory}, options)})
        , m_transform(model.transform())
        , m_graph(model.m_graph)
        , m_memory(model.m_memory, model.is_training())
    {
    }

private:
    torch::Tensor fuse(const blocks::CellBank::Out& before, const blocks::CellBank::Out& now,
                       const torch::Tensor& memory, StepLog* log) override
    {
        const torch::Tensor vertices = torch::relu(m_transform(torch::cat({before.state, now.state}, 1)));
        const FusionGraph::Out graph = m_graph(vertices);
        if (log) {
            (*log)["efficacies"].push_back(graph.efficacies);
            (*log)["t"].push_back(graph.outcome);
        }
        return m_memory(graph.outcome, memory, log);
    }

    blocks::LinearSteps m_transform;
    FusionGraph::Steps m_graph;
    FusionMemory::Steps m_memory;
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
    std::vector<torch::Tensor> before, after, biases;
    for (const torch::nn::Linear& layer : m_transforms) {
        const std::vector<torch::Tensor> halves = layer->weight.chunk(2, 1);
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
        const torch::Tensor lengths = lengthsOf(inputs, requiredInput(inputs, "x_l"));
        const torch::Tensor& efficacies = output.outputs.at("efficacies");
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
