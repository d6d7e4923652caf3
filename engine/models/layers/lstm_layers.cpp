#include "engine/models/layers/lstm_layers.h"

#include "engine/models/blocks/elementwise.h"

namespace engine {

LstmLayers::LstmLayers(torch::nn::LSTM& lstm, std::int64_t rows, const torch::TensorOptions& options)
{
    const auto weights = lstm->named_parameters();
    for (std::int64_t layer = 0; layer < lstm->options.num_layers(); ++layer) {
        const std::string suffix = "_l" + std::to_string(layer);
        m_inputs.emplace_back(weights["weight_ih" + suffix],
                              weights["bias_ih" + suffix] + weights["bias_hh" + suffix]);
        m_cellBanks.push_back(
            blocks::CellBank({weights["weight_hh" + suffix]}, {}, blocks::GateOrder::InputForgetCellOutput));
        m_states.push_back(torch::zeros({rows, lstm->options.hidden_size()}, options));
        m_cells.push_back(torch::zeros_like(m_states.back()));
    }
}

torch::Tensor LstmLayers::advance(const torch::Tensor& x, const torch::Tensor& active)
{
    torch::Tensor input = x;
    for (std::size_t layer = 0; layer < m_states.size(); ++layer) {
        const auto [state, cell]
            = m_cellBanks[layer]({m_inputs[layer](input)}, m_states[layer], m_cells[layer]);
        m_states[layer] = blocks::whereActive(active, state, m_states[layer]);
        m_cells[layer] = blocks::whereActive(active, cell, m_cells[layer]);
        input = m_states[layer];
    }
    return input;
}

}
