#include "engine/models/layers/sequence_regressor.h"

#include "engine/models/layers/time_attention.h"

namespace engine {

SequenceRegressorImpl::SequenceRegressorImpl(std::int64_t inputs, std::int64_t hidden, std::int64_t outputs)
{
    if (hidden > 0) {
        m_lstm = register_module("lstm",
                                 torch::nn::LSTM(torch::nn::LSTMOptions(inputs, hidden).batch_first(true)));
        m_attention
            = register_module("att", torch::nn::Linear(torch::nn::LinearOptions(hidden, 1).bias(false)));
    }
    m_fc = register_module("fc", torch::nn::Linear(hidden > 0 ? hidden : inputs, outputs));
}

Regressed SequenceRegressorImpl::forward(const Encoded& encoded)
{
    if (!m_lstm)
        return {m_fc(encoded.last), {}};
    const torch::Tensor states = blocks::runLstm(m_lstm, encoded.sequence, encoded.lengths).sequence;
    const auto [attended, weights] = attendOverTime(m_attention, states, encoded.lengths);
    return {m_fc(attended), weights};
}

torch::Tensor SequenceRegressorImpl::squaredKernels() const
{
    torch::Tensor sum;
    for (const torch::Tensor& parameter : parameters()) {
        if (parameter.dim() > 1)
            sum = sum.defined() ? sum + parameter.square().sum() : parameter.square().sum();
    }
    return sum;
}

}
