#include "engine/models/mfn.h"

#include "engine/models/modality_share.h"

namespace engine {

using torch::Tensor;

MfnOptions MfnOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    MfnOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = sizesPerModality(parameters, "h");
    options.memory = parameters.size("mem");
    options.attention = parameters.size("att1");
    options.update = parameters.size("att2");
    options.retainGate = parameters.size("g1");
    options.updateGate = parameters.size("g2");
    options.outHidden = parameters.size("out");
    options.outputs = parameters.size("out_dim", 1);
    const std::vector<double> dropouts = parameters.dropouts("drop", 5);
    options.attentionDropout = dropouts[0];
    options.memoryDropouts = {dropouts[1], dropouts[2], dropouts[3]};
    options.outDropout = dropouts[4];
    parameters.rejectUnknown();
    return options;
}

nlohmann::json MfnOptions::defaults()
{
    return {{"model",
             {{"h_l", 88},
              {"h_a", 48},
              {"h_v", 16},
              {"mem", 128},
              {"att1", 128},
              {"att2", 64},
              {"g1", 256},
              {"g2", 64},
              {"out", 64},
              {"drop", {0.0, 0.2, 0.0, 0.2, 0.5}}}},
            {"training", {{"lr", 1e-3}, {"batch", 32}}}};
}

/// The networks and the state of one forward pass.
class Mfn::Unrolled final : public Recurrence {
public:
    Unrolled(const Mfn& model, std::int64_t rows, const torch::TensorOptions& options)
        : m_cells(model.m_cells.steps())
        , m_attention(model.m_attention1, model.m_attention2,
                      model.is_training() ? model.m_options.attentionDropout : 0.0)
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
        const Tensor cells = torch::cat({m_cell, cell}, 1);
        const blocks::Attended attended = blocks::attend(m_attention(cells), cells);
        const blocks::GatedMemory memory = m_memorySteps(attended.values, m_memory);
        m_state = blocks::whereActive(active, state, m_state);
        m_cell = blocks::whereActive(active, cell, m_cell);
        m_memory = blocks::whereActive(active, memory.memory, m_memory);
        if (!log)
            return;
        (*log)["attention"].push_back(attended.weights);
        (*log)["gamma1"].push_back(memory.retain);
        (*log)["gamma2"].push_back(memory.update);
        (*log)["memory"].push_back(m_memory);
        (*log)["last"].push_back(torch::cat({m_state, m_memory}, 1));
    }

    Tensor prediction() override { return m_out(torch::cat({m_state, m_memory}, 1)); }

private:
    CellSteps m_cells;
    blocks::TwoLayerSteps m_attention;
    FusionMemory::Steps m_memorySteps;
    blocks::TwoLayerSteps m_out;
    Tensor m_state, m_cell, m_memory;
};

Mfn::Mfn(const MfnOptions& options)
    : m_options(options)
    , m_cells(*this, options.widths, options.hidden)
    , m_attention1(
          register_module("att1_fc1", torch::nn::Linear(2 * total(options.hidden), options.attention)))
    , m_attention2(
          register_module("att1_fc2", torch::nn::Linear(options.attention, 2 * total(options.hidden))))
    , m_memory(
          *this,
          {2 * total(options.hidden), options.memory, options.update, options.retainGate, options.updateGate},
          options.memoryDropouts)
    , m_out1(register_module("out_fc1",
                             torch::nn::Linear(total(options.hidden) + options.memory, options.outHidden)))
    , m_out2(register_module("out_fc2", torch::nn::Linear(options.outHidden, options.outputs)))
{
}

std::unique_ptr<Recurrence> Mfn::unroll(std::int64_t rows, const torch::TensorOptions& options)
{
    return std::make_unique<Unrolled>(*this, rows, options);
}

void Mfn::addOutputs(NamedTensors& outputs) const
{
    outputs["modality_share"] = sharePerModality(outputs.at("attention"), m_options.hidden, 2);
    addMemorySummary(outputs);
    outputs["last"] = outputs.at("last").select(1, -1);
}

std::vector<DisplayCard> Mfn::displays() const
{
    std::vector<DisplayCard> cards{modalityShareCard("Attention per modality", {"step", "modality"})};
    for (DisplayCard& card : memoryCards())
        cards.push_back(std::move(card));
    return cards;
}

}
