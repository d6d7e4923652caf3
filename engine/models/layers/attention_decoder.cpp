#include "engine/models/layers/attention_decoder.h"

#include "engine/models/layers/padding.h"

#include <limits>

namespace engine {

AttentionDecoderImpl::AttentionDecoderImpl(const DecoderSizes& sizes) : m_sizes(sizes)
{
    const std::int64_t hidden = sizes.hidden;
    if (sizes.embedding > 0)
        m_embed = register_module("embed", torch::nn::Embedding(sizes.outputs, sizes.embedding));
    const std::int64_t inputs = (sizes.embedding > 0 ? sizes.embedding : sizes.outputs) + hidden;
    if (sizes.cell == CellKind::Gru)
        m_gru = register_module("cell", torch::nn::GRUCell(inputs, hidden));
    else
        m_lstm = register_module("cell", torch::nn::LSTMCell(inputs, hidden));
    if (sizes.attention)
        m_attention
            = register_module("att", torch::nn::Linear(torch::nn::LinearOptions(hidden, hidden).bias(false)));
    m_comb = register_module("comb", torch::nn::Linear(2 * hidden, hidden));
    m_out = register_module("out", torch::nn::Linear(hidden, sizes.outputs));
}

AttentionDecoderImpl::Pass::Pass(AttentionDecoderImpl& decoder, const Encoded& source)
    : m_decoder(decoder)
    , m_source(source)
    , m_comb(decoder.m_comb)
    , m_out(decoder.m_out)
{
    if (decoder.m_lstm) {
        m_input.emplace(decoder.m_lstm->weight_ih, decoder.m_lstm->bias_ih + decoder.m_lstm->bias_hh);
        m_cells.emplace(std::vector{decoder.m_lstm->weight_hh}, std::vector<torch::Tensor>(),
                        blocks::GateOrder::InputForgetCellOutput);
    }
    if (!decoder.m_attention)
        return;
    m_keys = decoder.m_attention(source.sequence);
    if (source.lengths.defined())
        m_padding = ~validSteps(source.lengths, source.sequence.size(1));
}

AttentionDecoderImpl::State AttentionDecoderImpl::Pass::start() const
{
    const torch::Tensor zeros = torch::zeros_like(m_source.last);
    return {m_source.last, zeros, zeros};
}

/// What the source has to say to this state: B × H.
torch::Tensor AttentionDecoderImpl::Pass::contextOf(const torch::Tensor& hidden)
{
    if (!m_keys.defined())
        return m_source.last;
    torch::Tensor scores = torch::bmm(m_keys, hidden.unsqueeze(2)).squeeze(2);
    if (m_padding.defined())
        scores = scores.masked_fill(m_padding, -std::numeric_limits<double>::infinity());
    m_weights = torch::softmax(scores, 1);
    return torch::bmm(m_weights.unsqueeze(1), m_source.sequence).squeeze(1);
}

torch::Tensor AttentionDecoderImpl::Pass::step(const torch::Tensor& before, State& state)
{
    const torch::Tensor input = torch::cat({before, state.attended}, 1);
    if (m_cells) {
        const auto next = (*m_cells)({(*m_input)(input)}, state.hidden, state.cell);
        state.hidden = next.state;
        state.cell = next.cell;
    } else {
        state.hidden = m_decoder.m_gru(input, state.hidden);
    }
    state.attended = torch::tanh(m_comb(torch::cat({contextOf(state.hidden), state.hidden}, 1)));
    return m_out(state.attended);
}

torch::Tensor AttentionDecoderImpl::first(std::int64_t rows, const torch::TensorOptions& options)
{
    if (writesIds())
        return m_embed(torch::zeros({rows}, options.dtype(torch::kInt64)));
    return torch::zeros({rows, m_sizes.outputs}, options);
}

Decoded AttentionDecoderImpl::decode(const Encoded& source, std::int64_t steps, const Teacher& teacher)
{
    Pass pass(*this, source);
    State state = pass.start();
    torch::Tensor before = first(source.last.size(0), source.last.options().requires_grad(false));
    std::vector<torch::Tensor> outputs, weights;
    for (std::int64_t step = 0; step < steps; ++step) {
        outputs.push_back(pass.step(before, state));
        if (m_attention)
            weights.push_back(pass.attention());
        const bool seesTruth = teacher.truth.defined()
            && (teacher.share >= 1.0
                || (teacher.share > 0.0 && torch::rand({}).item<double>() < teacher.share));
        if (writesIds())
            before = m_embed(seesTruth ? teacher.truth.select(1, step) : outputs.back().argmax(1));
        else
            before = seesTruth ? teacher.truth.select(1, step) : outputs.back();
    }
    return {torch::stack(outputs, 1), weights.empty() ? torch::Tensor() : torch::stack(weights, 1)};
}

}
