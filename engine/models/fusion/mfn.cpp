#include "engine/models/fusion/mfn.h"

#include "engine/models/blocks/elementwise.h"
#include "engine/models/layers/cross_view_recurrence.h"
#include "engine/models/layers/modality_share.h"

namespace engine {

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
class Mfn::Unrolled final : public CrossViewRecurrence {
public:
    Unrolled(const Mfn& model, std::int64_t rows, const torch::TensorOptions& options)
        : CrossViewRecurrence(
            model.m_cells.steps(),
            {model.m_out1, model.m_out2, model.is_training() ? model.m_options.outDropout : 0.0},
            {"memory", torch::zeros({rows, model.m_options.memory}, options)})
        , m_attention(model.m_attention1, model.m_attention2,
                      model.is_training() ? model.m_options.attentionDropout : 0.0)
        , m_memory(model.m_memory, model.is_training())
    {
    }

    void advance(const std::vector<torch::Tensor>& word, const torch::Tensor& active, StepLog* log) override
    {
        CrossViewRecurrence::advance(word, active, log);
        if (log)
            (*log)["last"].push_back(joined());
    }

private:
    torch::Tensor fuse(const blocks::CellBank::Out& before, const blocks::CellBank::Out& now,
                       const torch::Tensor& memory, StepLog* log) override
    {
        const torch::Tensor cells = torch::cat({before.cell, now.cell}, 1);
        const blocks::Attended attended = blocks::attend(m_attention(cells), cells);
        if (log)
            (*log)["attention"].push_back(attended.weights);
        return m_memory(attended.values, memory, log);
    }

    blocks::TwoLayerSteps m_attention;
    FusionMemory::Steps m_memory;
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
