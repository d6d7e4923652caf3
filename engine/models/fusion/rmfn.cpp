#include "engine/models/fusion/rmfn.h"

#include "engine/models/blocks/elementwise.h"
#include "engine/models/layers/cross_view_recurrence.h"
#include "engine/models/layers/modality_share.h"

namespace engine {

RmfnOptions RmfnOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    RmfnOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = sizesPerModality(parameters, "h");
    options.stages = parameters.size("stages");
    options.highlight = parameters.size("hl");
    options.fuse = parameters.size("fs");
    options.code = parameters.size("z");
    options.outHidden = parameters.size("out");
    options.outputs = parameters.size("out_dim", 1);
    options.dropout = parameters.dropout("drop");
    parameters.rejectUnknown();
    return options;
}

nlohmann::json RmfnOptions::defaults()
{
    return {{"model",
             {{"h_l", 88},
              {"h_a", 48},
              {"h_v", 16},
              {"stages", 3},
              {"hl", 64},
              {"fs", 64},
              {"z", 64},
              {"out", 64},
              {"drop", 0.4}}},
            {"training", {{"lr", 1e-3}, {"batch", 32}}}};
}

namespace {

/// An LSTM cell that steps of one forward pass share.
class CellAlone {
public:
    explicit CellAlone(const torch::nn::LSTMCell& cell)
        : m_input(cell->weight_ih, cell->bias_ih + cell->bias_hh)
        , m_bank({cell->weight_hh}, {}, blocks::GateOrder::InputForgetCellOutput)
    {
    }

    torch::Tensor project(const torch::Tensor& x) const { return m_input(x); }
    blocks::CellBank::Out operator()(const torch::Tensor& projected,
                                     const blocks::CellBank::Out& before) const
    {
        return m_bank({projected}, before.state, before.cell);
    }
    blocks::CellBank::Out start(const torch::Tensor& like) const
    {
        return m_bank.start(like.size(0), like.options().requires_grad(false));
    }

private:
    blocks::LinearSteps m_input;
    blocks::CellBank m_bank;
};

}

/// The networks and the state of one forward pass.
class Rmfn::Unrolled final : public CrossViewRecurrence {
public:
    Unrolled(const Rmfn& model, std::int64_t rows, const torch::TensorOptions& options)
        : CrossViewRecurrence(
            model.m_cells.steps(),
            {model.m_out1, model.m_out2, model.is_training() ? model.m_options.dropout : 0.0},
            {"z", torch::zeros({rows, model.m_options.code}, options)})
        , m_stages(model.m_options.stages)
        , m_highlightCell(model.m_highlightLstm)
        , m_highlight(model.m_highlight)
        , m_fuseCell(model.m_fuseLstm)
        , m_summarize(model.m_summarize)
    {
    }

private:
    /// The stages over the states of one word; both recurrences begin anew.
    torch::Tensor fuse(const blocks::CellBank::Out& /*before*/, const blocks::CellBank::Out& now,
                       const torch::Tensor& /*code*/, StepLog* log) override
    {
        const torch::Tensor& state = now.state;
        blocks::CellBank::Out highlighting = m_highlightCell.start(state);
        blocks::CellBank::Out fusing = m_fuseCell.start(state);
        const torch::Tensor projected = m_highlightCell.project(state);
        std::vector<torch::Tensor> fused, highlights;
        for (std::int64_t stage = 0; stage < m_stages; ++stage) {
            highlighting = m_highlightCell(projected, highlighting);
            const blocks::Attended attended = blocks::attend(m_highlight(highlighting.state), state);
            fusing = m_fuseCell(m_fuseCell.project(attended.values), fusing);
            fused.push_back(fusing.state);
            highlights.push_back(attended.weights);
        }
        if (log)
            (*log)["highlight"].push_back(torch::stack(highlights, 1));
        return m_summarize(torch::cat(fused, 1));
    }

    std::int64_t m_stages;
    CellAlone m_highlightCell;
    blocks::LinearSteps m_highlight;
    CellAlone m_fuseCell;
    blocks::LinearSteps m_summarize;
};

Rmfn::Rmfn(const RmfnOptions& options)
    : m_options(options)
    , m_cells(*this, options.widths, options.hidden, options.code)
    , m_highlightLstm(
          register_module("highlight_lstm", torch::nn::LSTMCell(total(options.hidden), options.highlight)))
    , m_highlight(
          register_module("highlight_fc", torch::nn::Linear(options.highlight, total(options.hidden))))
    , m_fuseLstm(register_module("fuse_lstm", torch::nn::LSTMCell(total(options.hidden), options.fuse)))
    , m_summarize(
          register_module("summarize", torch::nn::Linear(options.stages * options.fuse, options.code)))
    , m_out1(register_module("out_fc1",
                             torch::nn::Linear(total(options.hidden) + options.code, options.outHidden)))
    , m_out2(register_module("out_fc2", torch::nn::Linear(options.outHidden, options.outputs)))
{
}

std::unique_ptr<Recurrence> Rmfn::unroll(std::int64_t rows, const torch::TensorOptions& options)
{
    return std::make_unique<Unrolled>(*this, rows, options);
}

void Rmfn::addOutputs(NamedTensors& outputs) const
{
    outputs["modality_share"] = sharePerModality(outputs.at("highlight"), m_options.hidden, 1);
}

std::vector<DisplayCard> Rmfn::displays() const
{
    return {modalityShareCard("Highlights per modality", {"step", "stage", "modality"})};
}

}
