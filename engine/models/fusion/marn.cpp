#include "engine/models/fusion/marn.h"

#include "engine/models/blocks/elementwise.h"
#include "engine/models/layers/cross_view_recurrence.h"
#include "engine/models/layers/modality_share.h"

namespace engine {

MarnOptions MarnOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    MarnOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = sizesPerModality(parameters, "h");
    options.attentions = parameters.size("K");
    options.reduced = sizesPerModality(parameters, "r");
    options.code = parameters.size("z");
    options.jointSoftmax = parameters.choice("att_softmax", {"per_attention", "joint"}) == "joint";
    options.outHidden = parameters.size("out");
    options.outputs = parameters.size("out_dim", 1);
    options.dropout = parameters.dropout("drop");
    parameters.rejectUnknown();
    return options;
}

nlohmann::json MarnOptions::defaults()
{
    return {{"model",
             {{"h_l", 88},
              {"h_a", 48},
              {"h_v", 16},
              {"K", 4},
              {"r_l", 32},
              {"r_a", 16},
              {"r_v", 8},
              {"z", 64},
              {"out", 64},
              {"drop", 0.4}}},
            {"training", {{"lr", 1e-3}, {"batch", 32}}}};
}

/// The networks and the state of one forward pass. Within it the entries of the attention stand by attention,
/// so that each is a row of its own; the weights are sorted accordingly.
class Marn::Unrolled final : public CrossViewRecurrence {
public:
    Unrolled(const Marn& model, std::int64_t rows, const torch::TensorOptions& options)
        : Unrolled(model, rows, options, model.byAttention(options.device()))
    {
    }

private:
    Unrolled(const Marn& model, std::int64_t rows, const torch::TensorOptions& options,
             const torch::Tensor& order)
        : CrossViewRecurrence(
            model.m_cells.steps(),
            {model.m_out1, model.m_out2, model.is_training() ? model.m_options.dropout : 0.0},
            {"z", torch::zeros({rows, model.m_options.code}, options)})
        , m_attentions(model.m_options.attentions)
        , m_jointSoftmax(model.m_options.jointSoftmax)
        , m_order(order)
        , m_attention(model.m_attention->weight.index_select(0, order),
                      model.m_attention->bias.index_select(0, order))
        , m_fuse(reduction(model, order), blocks::LinearSteps(model.m_fuse), 0.0, blocks::Between::Nothing)
    {
    }

    torch::Tensor fuse(const blocks::CellBank::Out& /*before*/, const blocks::CellBank::Out& now,
                       const torch::Tensor& /*code*/, StepLog* log) override
    {
        const blocks::Attended attended = attend(now.state);
        const std::int64_t rows = now.state.size(0);
        if (log) {
            const torch::Tensor weights = attended.weights.view({rows, -1});
            (*log)["attention"].push_back(torch::zeros_like(weights).index_copy(1, m_order, weights));
        }
        return m_fuse(attended.values.view({rows, -1}));
    }

    /// The three layers that reduce the attended copies, as one.
    static blocks::LinearSteps reduction(const Marn& model, const torch::Tensor& order)
    {
        std::vector<torch::Tensor> weights, biases;
        for (const torch::nn::Linear& layer : model.m_reduce) {
            weights.push_back(layer->weight);
            biases.push_back(layer->bias);
        }
        return {torch::block_diag(weights).index_select(1, order), torch::cat(biases)};
    }

    blocks::Attended attend(const torch::Tensor& state) const
    {
        const torch::Tensor logits = m_attention(state);
        if (m_jointSoftmax)
            return blocks::attend(logits, state.repeat({1, m_attentions}));
        return blocks::attend(logits.view({state.size(0), m_attentions, -1}), state);
    }

    std::int64_t m_attentions;
    bool m_jointSoftmax;
    torch::Tensor m_order;
    blocks::LinearSteps m_attention;
    blocks::TwoLayerSteps m_fuse;
};

Marn::Marn(const MarnOptions& options)
    : m_options(options)
    , m_cells(*this, options.widths, options.hidden, options.code)
    , m_attention(register_module(
          "att", torch::nn::Linear(total(options.hidden), options.attentions * total(options.hidden))))
    , m_fuse(nullptr)
    , m_out1(nullptr)
    , m_out2(nullptr)
{
    constexpr std::array names{"reduce_l", "reduce_a", "reduce_v"};
    for (std::size_t m = 0; m < names.size(); ++m)
        m_reduce.push_back(register_module(
            names[m], torch::nn::Linear(options.attentions * options.hidden[m], options.reduced[m])));
    m_fuse = register_module("fuse", torch::nn::Linear(total(options.reduced), options.code));
    m_out1 = register_module("out_fc1",
                             torch::nn::Linear(total(options.hidden) + options.code, options.outHidden));
    m_out2 = register_module("out_fc2", torch::nn::Linear(options.outHidden, options.outputs));
}

torch::Tensor Marn::byAttention(const torch::Device& device) const
{
    std::vector<std::int64_t> order;
    for (std::int64_t attention = 0; attention < m_options.attentions; ++attention) {
        std::int64_t first = 0; // of the modality
        for (const std::int64_t hidden : m_options.hidden.all()) {
            for (std::int64_t entry = 0; entry < hidden; ++entry)
                order.push_back(first + attention * hidden + entry);
            first += m_options.attentions * hidden;
        }
    }
    return torch::tensor(order, torch::kInt64).to(device);
}

std::unique_ptr<Recurrence> Marn::unroll(std::int64_t rows, const torch::TensorOptions& options)
{
    return std::make_unique<Unrolled>(*this, rows, options);
}

void Marn::addOutputs(NamedTensors& outputs) const
{
    const torch::Tensor& attention = outputs.at("attention"); // B × T × K·H
    const torch::Tensor sorted = attention.index_select(2, byAttention(attention.device()))
                                     .view({attention.size(0), attention.size(1), m_options.attentions, -1});
    outputs["modality_share"] = sharePerModality(sorted, m_options.hidden, 1);
}

std::vector<DisplayCard> Marn::displays() const
{
    return {modalityShareCard("Attentions per modality", {"step", "attention", "modality"})};
}

}
